from __future__ import annotations

import multiprocessing
import pickle
import random
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator.engine import batching as module
from translator.engine.engine import MAX_TOKENS, Engine, Hypothesis
from translator.engine.package import bundled_package, open_package
from translator.errors import UsageError

STARTER = Engine(bundled_package())

NEWS = Path(__file__).parents[3] / "shared" / "eval" / "newstest2013.fr"

SENTENCES = (
    "Le ministre russe des Affaires étrangères a accusé l'OTAN d'attiser les tensions.",
    "Une réunion aura lieu à Stockholm.",
    "Oui.",
    "« Nous sommes prêts », a-t-il dit.",
    "La Banque centrale européenne a relevé ses taux d'un quart de point jeudi.",
    "Quelque 90\u00a0000 soldats sont massés près de la frontière.",
    "Les deux pays ont signé un accord.",
    "Le président a rencontré la première ministre.",
    "Il n'y a pas de solution militaire.",
    "Zürich, 漢字, Żółć et _x_",
    "La situation reste calme.",
    "Le Conseil de sécurité s'est réuni mardi.",
)
Facts = tuple[str, float, list[list[float]]]


def facts(one: Hypothesis) -> Facts:
    """All that a result holds, to the bit."""
    return one.text, one.score, [list(row) for row in one.attention.weights] if one.attention else []


def lines(count: int) -> list[str]:
    """News sentences, or where there are none the ones above joined in many ways."""
    if NEWS.exists():
        return NEWS.read_text("utf-8").splitlines()[:count]
    drawn = random.Random(3)
    return [" ".join(drawn.sample(SENTENCES, drawn.randint(1, 3))) for _ in range(count)]


def test_results_are_the_same_in_any_batch_order_and_number_of_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = lines(60)
    order = list(range(len(texts)))
    results = []
    for batch, threads in ((1, 1), (32, 2), (5, 3)):
        monkeypatch.setattr(module, "BATCH_TEXTS", batch)
        random.Random(batch).shuffle(order)
        engine = Engine(bundled_package(), threads=threads)
        wide = engine.translate([texts[i] for i in order])
        narrow = engine.translate([texts[i] for i in order], beam_size=1, brief=True)
        scores = engine.score([texts[i] for i in order], [found.text for found in narrow])
        results.append({i: (facts(a), facts(b), c) for i, a, b, c in zip(order, wide, narrow, scores, strict=True)})
    assert results[0] == results[1] == results[2]


ALONE: dict[str, Facts] = {}


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(SENTENCES), max_size=10))
def test_company_does_not_matter(batch: list[str]) -> None:
    for text, found in zip(batch, STARTER.translate(batch), strict=True):
        if text not in ALONE:
            ALONE[text] = facts(STARTER.translate([text])[0])
        assert facts(found) == ALONE[text]


def test_many_threads_at_once(engine: Engine) -> None:
    expected = [facts(found) for found in engine.translate(SENTENCES)]
    fresh = Engine(bundled_package())
    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(lambda text: facts(fresh.translate([text])[0]), SENTENCES * 3))
    assert results == expected * 3


def test_a_pickled_engine_works(engine: Engine) -> None:
    engine.translate(["Oui."])
    copy = pickle.loads(pickle.dumps(engine))
    assert copy.signature == engine.signature
    assert facts(copy.translate([SENTENCES[0]])[0]) == facts(engine.translate([SENTENCES[0]])[0])


def test_a_pickled_hypothesis_keeps_its_alignment(engine: Engine) -> None:
    found = engine.translate(SENTENCES[6:8])[0]
    assert pickle.loads(pickle.dumps(found)).links == found.links


def _translate(engine: Engine) -> str:
    return engine.translate([SENTENCES[1]])[0].text


@pytest.mark.skipif("fork" not in multiprocessing.get_all_start_methods(), reason="no fork here")
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_a_forked_process_does_not_wait_for_threads_it_has_not(engine: Engine) -> None:
    expected = _translate(engine)
    with multiprocessing.get_context("fork").Pool(1) as pool:
        assert pool.apply_async(_Forked(engine)).get(timeout=60) == expected


class _Forked:
    """Carries the engine over by the fork itself: a pickle would load it anew."""

    def __init__(self, engine: Engine) -> None:
        global _INHERITED
        _INHERITED = engine

    def __call__(self) -> str:
        return _translate(_INHERITED)


_INHERITED = STARTER


@pytest.mark.parametrize("blank", ["", " ", "\n\t", "\u00a0"])
def test_blank_text_is_an_empty_hypothesis_without_a_model(blank: str, engine: Engine) -> None:
    assert engine.translate([blank, blank]) == [Hypothesis("", 0.0), Hypothesis("", 0.0)]
    assert engine.translate([]) == []
    assert engine.score([blank, blank, "Oui."], [blank, "Yes.", blank]) == [0.0, float("-inf"), float("-inf")]
    assert engine.score([], []) == []
    assert engine.translate([blank])[0].links == ()


@pytest.mark.parametrize(
    ("source", "target"),
    [("Oui.", "Yes."), ("La situation reste calme.", "The situation remains"), (SENTENCES[6], "signed an agreement.")],
)
def test_simple_sentences_come_out_right(source: str, target: str, engine: Engine) -> None:
    [found] = engine.translate([source])
    assert target in found.text


def test_the_alignment_finds_the_words(engine: Engine) -> None:
    source = "Le président a rencontré la première ministre à Paris."
    for found in (engine.translate([source])[0], engine.translate([source] * 5)[4]):
        pairs = {(found.text[slice(*link.target)].lower(), source[slice(*link.source)]) for link in found.links}
        assert {("the", "Le"), ("president", "président"), ("minister", "ministre"), ("paris", "Paris")} <= pairs


def test_every_word_is_aligned_in_the_text(engine: Engine) -> None:
    for source, found in zip(SENTENCES, engine.translate(SENTENCES), strict=True):
        targets = {found.text[slice(*link.target)] for link in found.links}
        assert targets == set(re.findall(r"\w+|[^\w\s]", found.text))
        assert all(source[slice(*link.source)].strip() for link in found.links)


def test_without_attention_there_are_no_links(engine: Engine) -> None:
    plain = engine.translate(SENTENCES, attention=False)
    assert plain == engine.translate(SENTENCES)
    assert all(found.links == () for found in plain)


def test_scores_compare_with_those_of_hypotheses(engine: Engine) -> None:
    sources = [source for source in SENTENCES if source.isascii()]
    plain = engine.translate(sources)
    scores = engine.score(sources, [found.text for found in plain])
    for found, score in zip(plain, scores, strict=True):
        assert score == pytest.approx(found.score, abs=0.05)


def test_the_right_translation_scores_higher_than_a_wrong_one(engine: Engine) -> None:
    targets = ["The two countries signed an agreement.", "He ate seven apples today."]
    good, bad = engine.score([SENTENCES[6]] * 2, targets)
    assert good > bad


def test_nothing_is_cut_in_silence(engine: Engine) -> None:
    text = " ".join(["Les deux pays ont signé un accord ;"] * 40)
    assert 256 < engine.token_count(text) <= MAX_TOKENS
    [found] = engine.translate([text])
    assert found.text
    too_long = text * 3
    assert engine.token_count(too_long) > engine.max_tokens
    with pytest.raises(UsageError, match=r"over the model's limit of 500; cut it"):
        engine.translate(["Oui.", too_long])
    assert engine.score([too_long], ["Yes."]) == [float("-inf")]


@pytest.mark.parametrize("text", ["la " * 200, "9" * 300, "漢" * 100, ". " * 200, "ha" * 100, "😀" * 50])
def test_decoding_stops(text: str, engine: Engine) -> None:
    [found] = engine.translate([text])
    assert engine.token_count(found.text) <= 1.5 * engine.token_count(text) + 20


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=30))
def test_any_text_goes_through(text: str) -> None:
    [found] = STARTER.translate([text])
    assert all(0 <= link.target[0] < link.target[1] <= len(found.text) for link in found.links)
    assert all(0 <= link.source[0] < link.source[1] <= len(text) for link in found.links)


def test_a_package_without_markup_with_a_target_prefix_and_with_bpe(
    engine: Engine, starter_files: dict[str, bytes], bpe_files: dict[str, bytes], make_package: Callable[..., Path]
) -> None:
    bare = Engine(open_package(make_package(starter_files, term_markup=None)))
    assert bare.term_markup is None
    assert engine.term_markup is not None
    assert bare.translate(SENTENCES) == engine.translate(SENTENCES)

    prefixed = Engine(open_package(make_package(starter_files, target_prefix="▁The")))
    found = prefixed.translate(SENTENCES)
    assert [one.text for one in found] != [one.text for one in engine.translate(SENTENCES)]
    assert all(one.attention and len(one.attention.target_spans) == len(one.attention.weights) for one in found)
    assert prefixed.score(["Oui."], ["Yes."])[0] < 0

    bpe = Engine(open_package(make_package(bpe_files)))
    source = "Bonjour, l'OTAN."
    one, other = bpe.translate([source, "le monde"])
    assert one.text
    assert one.links
    assert bpe.score(["le jour"], ["le monde"])[0] < 0
    assert other.links


@pytest.mark.parametrize(
    ("options", "message"),
    [({"beam_size": 0}, "beam_size is 0"), ({"threads": -1}, "threads is -1")],
)
def test_senseless_options_are_refused(options: dict[str, int], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        Engine(bundled_package(), **options)


def test_as_many_targets_as_sources(engine: Engine) -> None:
    with pytest.raises(UsageError, match="1 sources and 0 targets"):
        engine.score(["Oui."], [])


def test_an_unknown_compute_type_is_refused() -> None:
    with pytest.raises(UsageError, match=r"compute_type is int3, but this machine has: default, auto, .*int8"):
        Engine(bundled_package(), compute_type="int3")


def test_the_signature_names_what_results_depend_on(engine: Engine) -> None:
    package = bundled_package()
    model = f"model:{package.name}|version:{package.version}|sha256:{package.fingerprint[:16]}"
    assert engine.signature.startswith(f"{model}|beam:4|compute:default|ctranslate2:")
    assert Engine(package, threads=7).signature == engine.signature
    assert Engine(package, beam_size=2).signature != engine.signature


def test_first_rows_fetched_together_are_those_of_each_alone() -> None:
    texts = ["La Maison-Blanche a condamné l'attaque.", "Nétanyahou a parlé.", "La Maison Blanche a réagi."] * 8
    together = STARTER.translate(texts)
    assert len(list(STARTER.first_rows(together))) == len(texts)
    for text, one in zip(texts, together, strict=True):
        alone = STARTER.translate([text])[0]
        assert one.attention
        assert alone.attention
        assert list(one.attention.weights) == list(alone.attention.weights)
