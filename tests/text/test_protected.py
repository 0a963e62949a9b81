"""Spans that must survive letter for letter."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.text.protected import find_protected


def protected(text: str) -> list[str]:
    return [text[start:end] for start, end in find_protected(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Voir https://ex.fr/a?b=1&c=2.", ["https://ex.fr/a?b=1&c=2"]),
        ("(https://fr.wikipedia.org/wiki/Paris_(Texas))", ["https://fr.wikipedia.org/wiki/Paris_(Texas)"]),
        ("« http://ex.fr »", ["http://ex.fr"]),
        ("sur www.onu.org, puis", ["www.onu.org"]),
        ("sur lemonde.fr et radio-canada.ca/info.", ["lemonde.fr", "radio-canada.ca/info"]),
        ("jean.dupont+x@ex.co.uk.", ["jean.dupont+x@ex.co.uk"]),
        ("@lemondefr et #MeToo, #1", ["@lemondefr", "#MeToo"]),
        ("{nom} {{x y}} ${VAR} {0} {}", ["{nom}", "{{x y}}", "${VAR}", "{0}", "{}"]),
        ("J. M. Coetzee et J.K. Rowling, J.M.Keynes", ["J. M. Coetzee", "J.K. Rowling", "J.M.Keynes"]),
        ("par J.-C. Rufin et J. R. R. Tolkien.", ["J.-C. Rufin", "J. R. R. Tolkien"]),
        ("G. K. Saint-Amand", ["G. K. Saint-Amand"]),
        ("S. E. M. Blinken, S. M. Élisabeth, P. S. Je", []),
        ("M. Blinken, A. Blinken, la C.I.A. Elle", []),
        ("en 52 av. J.-C. Rome", []),
        ("à Lanškroun, Ústí nad Orlicí et d'Šumperk", ["Lanškroun", "Ústí", "Orlicí", "Šumperk"]),
        ("Selon Zdeněk Chulkov, Müller et le señor Łukasz Kuc-Żak",
         ["Zdeněk Chulkov", "Müller", "señor", "Łukasz Kuc-Żak"]),
        ("Baden-Württemberg, Hans-Jörg et Dvor\u030cák", ["Baden-Württemberg", "Hans-Jörg", "Dvor\u030cák"]),
        ("PERÓN CHASSÉ DU POUVOIR, Orbán Le retour", ["PERÓN", "Orbán"]),
        ("J.\u00a0M.\u00a0Coetzee, av.\u00a0J.-C. Rome, avant J.-C. César", ["J.\u00a0M.\u00a0Coetzee"]),
        ("La « Правда » et l'Ελλάδα", ["Правда", "Ελλάδα"]),
        ("Noël à Nîmes, l'aiguë, l'ambigüe Saül, un cœur, l'Haÿ, ÇA, Œdipe, où ça ? Ambigüe.", []),
        ("e\u0301te\u0301 à l'e\u0301cole n° 2 m² 5 µg", []),
        ("%s %d %(nom)s %1$s", ["%s", "%d", "%(nom)s", "%1$s"]),
        ("100 %d'hommes, 50%de", []),
        ('<b>gras</b> <br/> <a href="x">', ["<b>", "</b>", "<br/>", '<a href="x">']),
        ("3 < 5 et 7 > 2", []),
        ("AT&amp;T", ["&amp;"]),
        ("le `code 1 000` et ```bloc\n1 000```", ["`code 1 000`", "```bloc\n1 000```"]),
        ("/etc/passwd C:\\Users\\x", ["/etc/passwd", "C:\\Users\\x"]),
        ("rapport.pdf src/a/b.py", ["rapport.pdf", "src/a/b.py"]),
        ("et/ou, km/h, 1/2, franco/russe", []),
        ("550e8400-e29b-41d4-a716-446655440000", ["550e8400-e29b-41d4-a716-446655440000"]),
        ("3b3052fee6bb1e8e", ["3b3052fee6bb1e8e"]),
        ("décédée, facade, 1000000e", []),
        ("192.168.0.1 et 10.0.0.0/8", ["192.168.0.1", "10.0.0.0/8"]),
        ("v2.0, 1.2.3", ["v2.0", "1.2.3"]),
        ("02.12.2021 et 1.234.567", []),
        ("doi:10.1000/xyz123.", ["doi:10.1000/xyz123"]),
        ("ISBN 978-2-07-036822-8", ["ISBN 978-2-07-036822-8"]),
        ("A/RES/60/1, S/2004/20/Add.11.", ["A/RES/60/1", "S/2004/20/Add.11"]),
        ("(E/CN.4/2005/L.2) A/C.3/59/L.22", ["E/CN.4/2005/L.2", "A/C.3/59/L.22"]),
        ("TCP/IP, AFP/Reuters", []),
        ("Il a fini.Le lendemain", []),
        ("l'O.N.U. et M. Le Drian", []),
    ],
)
def test_what_is_protected(text: str, expected: list[str]) -> None:
    assert protected(text) == expected


@given(st.one_of(st.text(), st.text("a1.@/<>{}`%$#&:- ", max_size=60)))
def test_spans_are_in_order_disjoint_and_within_the_text(text: str) -> None:
    last = 0
    for start, end in find_protected(text):
        assert last <= start < end <= len(text)
        last = end


@pytest.mark.parametrize(
    "piece", ["a", "a.", "@", "<a ", "/a", "```", "A/", "{", "1.1", "a-", "&a", "a@", "http://", "%"]
)
def test_time_is_linear(piece: str) -> None:
    begin = time.process_time()
    find_protected(piece * 20_000)
    assert time.process_time() - begin < 3
