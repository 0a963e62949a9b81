"""Variant spelling: British, Canadian and American English.

British as the press writes it (-ise), Canadian after the Canadian Oxford Dictionary (-our, -re, -ize), American after
Merriam-Webster. A word that is also another word in one of the three (`check`, `story`, `meter`) goes only one way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from translator.text.word_list import words

__all__ = ["to_locale"]

_BRITISH, _CANADIAN, _AMERICAN = range(3)
_VARIETY = {"US": _AMERICAN, "PH": _AMERICAN, "CA": _CANADIAN}
"""Variety of the territory of a locale; the others write as Britain does."""

_OUR = words("""
    arm behavi belab cand clam col demean disfav dishon enam endeav fav ferv flav harb hon hum lab misbehavi
    multicol neighb od parl ranc rum savi sav splend succ tum val vap vig watercol discol
""")
_OUR_ENDINGS = (
    "", "s", "ed", "ing", "er", "ers", "able", "ably", "ful", "fully", "less", "ite", "ites", "itism", "hood", "hoods",
    "ly", "y", "ies", "al", "ally",
)  # fmt: skip
_RE = words("amphitheat calib cent centimet epicent fib kilomet lit lust meag millimet sab scept sepulch "
            "somb spect theat")  # fmt: skip
_RE_ENDINGS = (("re", "er"), ("res", "ers"), ("red", "ered"), ("ring", "ering"))
_L_DOUBLED = words("""
    barrel bejewel bevel cancel carol channel chisel counsel devil dial dishevel drivel duel empanel enamel equal
    flannel fuel funnel grovel imperil initial jewel kennel label level libel marvel medal metal model panel pedal
    pencil pummel quarrel ravel refuel relabel remodel revel rival shovel shrivel signal snivel snorkel spiral
    stencil swivel tassel total towel travel tunnel unravel yodel
""")
_L_ENDINGS = ("ed", "ing", "er", "ers", "or", "ors", "ous", "ously", "ist", "ists", "ings")
_L_SINGLE = words("fulfil enrol distil instil appal enthral")
_ISE = words("""
    actual agon american anglic antagon apolog author automat bapt brutal bureaucrat canal capital caramel carbon
    categor cathol central character civil colon collectiv commercial compartmental computer conceptual
    constitutional contextual criminal critic crystall custom decarbon decentral decolon decriminal dehumid dehuman
    demilitar demobil democrat demon demoral denational denuclear depersonal depolitic destabil destigmat digital
    digit disorgan dollar dramat econom editorial emphas energ epitom equal eternal european evangel external factor
    familiar federal fertil final formal fossil fratern galvan general global harmon homogen hospital human hybrid
    hypnot hypothes ideal immobil immortal immun incentiv individual industrial initial institutional internal
    international islam italic jeopard judaic legal legitim liberal local magnet marginal material maxim mechan
    memor mesmer militar mineral miniatur minim mobil modern monet monopol moral motor mutual national natural
    neutral normal objectiv operational optim organ ostrac overemphas oxid pasteur patron pedestrian penal personal
    plagiar polar politic popular pressur priorit privat professional proselyt psycholog public pulver radical
    random rational real recogn regional regular reinitial remilitar reorgan revital revolution ritual romantic
    russian sanit scandal scrutin secular sensational sensit serial sexual social solemn special stabil standard
    steril stigmat styl subsid summar symbol sympath synchron synthes systemat terror theor token traumat trivial
    tyrann unauthor union unrecogn unorgan urban util vandal verbal victim visual vital vocal vulgar weapon western
    winter
""")
_ISE_ENDINGS = ("e", "es", "ed", "ing", "er", "ers", "able", "ation", "ations", "ational")
_YSE = words("anal paral catal dial electrol hydrol breathal psychoanal")
_TABLE = """
    defence        defence        defense
    defences       defences       defenses
    defenceless    defenceless    defenseless
    offence        offence        offense
    offences       offences       offenses
    pretence       pretence       pretense
    pretences      pretences      pretenses
    rigour         rigour         rigor
    rigours        rigours        rigors
    fulfilment     fulfilment     fulfillment
    fulfilments    fulfilments    fulfillments
    enrolment      enrolment      enrollment
    enrolments     enrolments     enrollments
    instalment     instalment     installment
    instalments    instalments    installments
    skilful        skilful        skillful
    skilfully      skilfully      skillfully
    wilful         wilful         willful
    wilfully       wilfully       willfully
    woollen        woollen        woolen
    jewellery      jewellery      jewelry
    programme      program        program
    programmes     programs       programs
    catalogue      catalogue      catalog
    catalogues     catalogues     catalogs
    catalogued     catalogued     cataloged
    grey           grey           gray
    greyish        greyish        grayish
    greying        greying        graying
    mould          mould          mold
    moulds         moulds         molds
    moulded        moulded        molded
    moulding       moulding       molding
    mouldy         mouldy         moldy
    plough         plow           plow
    ploughs        plows          plows
    ploughed       plowed         plowed
    ploughing      plowing        plowing
    snowplough     snowplow       snowplow
    moustache      moustache      mustache
    moustaches     moustaches     mustaches
    pyjamas        pyjamas        pajamas
    cosy           cozy           cozy
    sceptic        skeptic        skeptic
    sceptics       skeptics       skeptics
    sceptical      skeptical      skeptical
    sceptically    skeptically    skeptically
    scepticism     skepticism     skepticism
    artefact       artifact       artifact
    artefacts      artifacts      artifacts
    aluminium      aluminum       aluminum
    ageing         aging          aging
    manoeuvre      manoeuvre      maneuver
    manoeuvres     manoeuvres     maneuvers
    manoeuvred     manoeuvred     maneuvered
    manoeuvring    manoeuvring    maneuvering
    manoeuvrable   manoeuvrable   maneuverable
    sulphur        sulphur        sulfur
    sulphate       sulphate       sulfate
    sulphates      sulphates      sulfates
    sulphuric      sulphuric      sulfuric
    paediatric     pediatric      pediatric
    paediatrics    pediatrics     pediatrics
    paediatrician  pediatrician   pediatrician
    paediatricians pediatricians  pediatricians
    paedophile     pedophile      pedophile
    paedophiles    pedophiles     pedophiles
    paedophilia    pedophilia     pedophilia
    anaesthetic    anesthetic     anesthetic
    anaesthetics   anesthetics    anesthetics
    anaesthesia    anesthesia     anesthesia
    anaesthetist   anesthetist    anesthetist
    anaemia        anemia         anemia
    anaemic        anemic         anemic
    haemorrhage    hemorrhage     hemorrhage
    haemorrhages   hemorrhages    hemorrhages
    haemorrhaging  hemorrhaging   hemorrhaging
    haemorrhagic   hemorrhagic    hemorrhagic
    haemoglobin    hemoglobin     hemoglobin
    haemophilia    hemophilia     hemophilia
    haemophiliac   hemophiliac    hemophiliac
    leukaemia      leukemia       leukemia
    oestrogen      estrogen       estrogen
    foetus         fetus          fetus
    foetuses       fetuses        fetuses
    foetal         fetal          fetal
    diarrhoea      diarrhea       diarrhea
    gynaecology    gynecology     gynecology
    gynaecologist  gynecologist   gynecologist
    gynaecologists gynecologists  gynecologists
    orthopaedic    orthopedic     orthopedic
    orthopaedics   orthopedics    orthopedics
    caesarean      cesarean       cesarean
    encyclopaedia  encyclopedia   encyclopedia
    oesophagus     esophagus      esophagus
    palaeontology  paleontology   paleontology
    palaeontologist paleontologist paleontologist
    aeroplane      airplane       airplane
    aeroplanes     airplanes      airplanes
    yoghurt        yogurt         yogurt
    furore         furor          furor
    gaol           jail           jail
    kilogramme     kilogram       kilogram
    kilogrammes    kilograms      kilograms
    milligramme    milligram      milligram
    milligrammes   milligrams     milligrams
"""
"""Single words: British, Canadian, American."""

_ONE_WAY = """
    cheque         cheque         check
    cheques        cheques        checks
    storey         storey         story
    storeys        storeys        stories
    metre          metre          meter
    metres         metres         meters
    licence        licence        license
    licences       licences       licenses
    practise       practise       practice
    practised      practised      practiced
    practises      practises      practices
    practising     practising     practicing
    tyre           tire           tire
    tyres          tires          tires
    kerb           curb           curb
    kerbs          curbs          curbs
    gramme         gram           gram
    grammes        grams          grams
    judgement      judgment       judgment
    judgements     judgments      judgments
    acknowledgement acknowledgement acknowledgment
    acknowledgements acknowledgements acknowledgments
    speciality     specialty      specialty
    specialities   specialties    specialties
    enquiry        inquiry        inquiry
    enquiries      inquiries      inquiries
    learnt         learned        learned
    whilst         while          while
    despatch       dispatch       dispatch
    despatched     dispatched     dispatched
    gaols          jails          jails
"""
"""Words of the first column whose other forms mean more, or are good everywhere: only the first column is replaced."""

_WORD = re.compile(r"[^\W\d_]+")


def _families() -> Iterator[tuple[str, str, str]]:
    """British, Canadian and American form of each word that goes all ways."""
    for stem in _OUR:
        for end in _OUR_ENDINGS:
            yield f"{stem}our{end}", f"{stem}our{end}", f"{stem}or{end}"
    for stem in _RE:
        for british, american in _RE_ENDINGS:
            yield stem + british, stem + british, stem + american
    for stem in _L_DOUBLED:
        for end in _L_ENDINGS:
            yield f"{stem}l{end}", f"{stem}l{end}", stem + end
    for stem in _L_SINGLE:
        for end in ("", "s"):
            yield stem + end, stem + end, f"{stem}l{end}"
    for stem in _ISE:
        for end in _ISE_ENDINGS:
            yield f"{stem}is{end}", f"{stem}iz{end}", f"{stem}iz{end}"
    for stem in _YSE:
        for end in ("e", "ed", "ing", "er", "ers"):
            yield f"{stem}ys{end}", f"{stem}yz{end}", f"{stem}yz{end}"
    for line in _TABLE.strip().splitlines():
        british, canadian, american = line.split()
        yield british, canadian, american


@lru_cache(maxsize=3)
def _replacements(variety: int) -> Mapping[str, str]:
    """Each word that `variety` spells otherwise, in lower case, with its spelling there."""
    table: dict[str, str] = {}
    for forms in _families():
        table.update((form, forms[variety]) for form in forms if form != forms[variety])
    for line in _ONE_WAY.strip().splitlines():
        written = line.split()
        if written[0] != written[variety]:
            table[written[0]] = written[variety]
    return MappingProxyType(table)


def to_locale(text: str, locale: str, keep: Sequence[tuple[int, int]] = ()) -> str:
    """`text` in the spelling of `locale` (`en_CA`, `en_US`, `en_GB`; other territories as Britain, `en` as Canada).

    `keep` are spans of `text`, in any order, that stay as they are (proper names, quotations). Case is kept.
    """
    territory = locale.replace("-", "_").rpartition("_")[2].upper()
    variety = _CANADIAN if territory == "EN" else _VARIETY.get(territory, _BRITISH)
    table = _replacements(variety)
    kept = sorted(keep)
    pieces, last, at = [], 0, 0
    for found in _WORD.finditer(text):
        replacement = table.get(found[0].lower())
        if replacement is None:
            continue
        while at < len(kept) and kept[at][1] <= found.start():
            at += 1
        if at < len(kept) and kept[at][0] < found.end():
            continue
        pieces += [text[last : found.start()], _in_case_of(found[0], replacement)]
        last = found.end()
    return "".join([*pieces, text[last:]])


def _in_case_of(word: str, replacement: str) -> str:
    if word.isupper():
        return replacement.upper()
    return replacement[:1].upper() + replacement[1:] if word[:1].isupper() else replacement
