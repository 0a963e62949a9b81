from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.text.sentences import split_sentences

# `‖` stands where one sentence ends and the next begins; it is taken out of the text.
CASES = """
# plain
Le ministre est parti. ‖Il reviendra demain.
Il pleut ! ‖Que faire ? ‖Rester.
Une seule phrase sans point
Le PIB recule. ‖L'inflation monte. ‖L’euro baisse. ‖À suivre.
Il part. ‖Économie : le PIB recule.
Il part. ‖« Économie » est un mot.
Les prix montent. ‖3 000 personnes manifestent.
Les prix montent. ‖iPhone et iPad coûtent plus cher.
Les prix montent. ‖eBay s'en réjouit.
Il est arrivé en 2021. ‖En 2022, il est reparti.
Il en a vu 15. ‖12 étaient russes.
Il est parti. ‖$50 ont disparu.
Il est parti. ‖#MeToo a tout changé.
Il est parti. ‖@lemonde l'a dit.
La séance est levée. ‖le ministre est parti.
La séance est levée. ‖l'Europe attend.
# courtesy titles and ranks
M. Lavrov a rencontré M. Blinken. ‖Mme. Le Pen a parlé.
MM. Biden et Poutine se sont parlé. ‖Mmes. Roy et Côté aussi.
Mlle. Tremblay est là. ‖Me. Dupond-Moretti plaide.
Selon Mgr. Lépine et le Dr. Arruda, tout va bien.
Le Pr. Raoult et la Dre. Roy sont venus.
Le gén. Dallaire a commandé la mission. ‖Le lt. Roy l'a suivi.
Le col. Tremblay a démenti. ‖Le maj. Roy aussi.
Le lieutenant-col. Tremblay a démenti.
Le lt-col. Tremblay et le sgt. Roy sont morts.
L'adm. Roy, le brig.-gén. Roy et le lieutenant-gén. Roy. ‖J.-M. ‖Il part.
Le prof. Martin enseigne à St. Louis.
Le gouverneur parle. ‖M. Macron écoute.
« Merci », dit-il. ‖M. Macron sourit.
Il a salué M. Le Drian. ‖Mme. La Rochelle l'a vu.
La Maj. Ashden Fein, du fort de Ft. Meade, témoigne.
Le Sen. Bernie Sanders et le Gen. Mark Milley sont venus.
Martin Luther King Jr. Day est férié.
Il admire Martin Luther King Jr. ‖Il l'a dit hier.
S.E. M. l'Ambassadeur est arrivé.
# abbreviations that go with a number
Voir l'art. 5 du traité. ‖Voir les arts. 5 et 6.
Voir l'art. IV du traité et l'art. L. 121-1 du code.
Il aime l'art. ‖Elle aime la musique.
Il a commis un vol. ‖Le juge l'a puni. ‖Un vol. ‖À Paris, hier.
Le vol. 3 et la p. 12 sont perdus. ‖Les pp. 3 et 4 aussi.
Le no. 5 et le no. 6 sont pris.
Le chap. II et la fig. 4 (voir par. 27 ci-dessous) le montrent.
Le n° 5 de la rue est vide. ‖Le n° 6 aussi.
Il y en avait env. 300 à Moscou.
La ville compte 5 000 hab. ‖Le village en compte 300.
La ville compte 5 000 hab. en 2020.
Le 12 janv. 2021, il neigeait. ‖Le 3 sept. 2021, non.
Il part le 12 janv. ‖Elle reste.
Tél. 514 555-1234.
Joindre le tél. 01 23 45 67 89 ou le fax. 12.
Le s. 12 est fermé (p. 4). ‖Le reste est ouvert.
Voir l'art. 12, al. 3, par. b) du règl. 5 ; voir L.R.C. 1985, ch. 5.
Écrire à C.P. 123. ‖Elle va à l'O.N.U. ‖15 pays y sont.
# other abbreviations
Il habite au 12, av. Foch. ‖Elle vit boul. Saint-Laurent.
Il habite av. des Ternes et travaille bd. Voltaire.
Prenons p. ex. Paris et Lyon.
Prenons par ex. Paris et Lyon.
Des fruits, des légumes, etc. ‖Le marché est plein.
Des fruits, des légumes, etc. sont vendus.
La Défense, la Justice, etc. ‖Poutine l'a dit.
La liste (Défense, Justice, etc.) est longue. ‖Voilà.
Cf. Paris et cf. Le Monde.
L'affaire R. c. Jordan est célèbre. ‖Roe c. Wade aussi.
Le match PSG vs. Lyon est reporté.
C.-à-d. Paris. ‖Soit.
Bref, c.-à-d. Moscou et Kiev.
En 52 av. J.-C. ‖Rome gagne. ‖En 50 apr. notre ère, non.
César meurt en 44 av. J.-C. ‖Il avait 55 ans.
Apple Inc. a gagné. ‖Bell Canada Inc. ‖Elle perd.
Apple Inc. Canada a gagné.
Gestion Roy Ltée. ‖Le groupe est vendu.
La Banque et Cie. Paris est vendue.
À 9 a.m. le train part. ‖À 3 p.m. ‖Il revient.
Le Dépt. Voirie est fermé.
Le Bsmt. Roy est fermé.
# initials
J.-Y. Le Drian est parti. ‖J. Le Goff écrit.
Selon J.-Y. Le Drian, c'est fini.
G. W. Bush et J. R. R. Tolkien sont connus.
George W. Bush est venu. ‖Samuel L. Jackson aussi.
J.R. Ewing est un personnage. ‖J.K. Rowling est un auteur.
Ch. de Gaulle et Ph. Pétain. ‖Th. Roosevelt.
Monsieur L. ‖Il vit seul.
Monsieur L. vit seul.
C'est le plan B. ‖Le président le dit. ‖C'est le plan C. ‖Poutine le veut.
L'hépatite C. ‖Elle est soignée.
L'accusé, A. B., est mort. ‖Il avait 30 ans.
C'est la génération Z. ‖Les Russes la suivent.
Il admire Henri V. ‖La France aussi. ‖Il admire Jean V. Roy.
L'avocat J. M. Coetzee et J. A. Martin.
Selon P.-A. Le Goff, de Québec.
# acronyms
Il vit à Washington, D.C. ‖La Maison-Blanche est close.
Il vit aux É.-U. ‖Les Russes aussi. ‖Vancouver, C.-B. ‖Il pleut.
Le p.-d.g. Roy est parti. ‖Il était p.-d.g. ‖Elle aussi.
Répondez s.v.p. ‖Il attend.
Selon l'U.E. En-Nahda est un parti.
L'O.N.U. a voté. ‖L'O.T.A.N. aussi.
Il travaille à l'O.N.U. ‖Il y est bien.
Il travaille à l'O.N.U. ‖La Russie s'y oppose.
Il dirige la S.N.C.F. ‖Les trains roulent.
La société Roy S.A. est vendue. ‖L'U.E. aussi.
Il travaille à l'U.E. Bruxelles.
Il vit aux É.-U. ‖Elle vit en France.
La U.S. Navy est là. ‖L'armée des U.S. ‖Elle dort.
Il a rejoint l'OTAN. ‖Moscou proteste.
# numbers, lists, times
Le taux est de 3.5 % et de 2.75 % ailleurs.
1. Le ministre est parti.
2. Adoption de l'ordre du jour. ‖3. Élection du Bureau.
II. Conclusion
A. Introduction
1.2.3. Titre du chapitre
IV.G. Évaluation des activités
Il propose : 1. Une trêve; 2. Un corridor; 3. Des secours.
Rendez-vous à 14 h 30. ‖Le train part à 15 h 12. ‖Il arrive à 17 h.
Il a gagné 3 à 1. ‖Le public est ravi.
Il pèse 5 kg. ‖Poutine pèse 70 kg. ‖Elle court 10 km. ‖Paris est loin.
Il a couru 100 m. ‖Bolt aussi.
Au XIXe. ‖Le siècle suivant.
Nous sommes en 2021. ‖2022 sera pire.
Version 3.5.2 publiée. ‖Elle est stable.
# addresses and file names
Voir www.lemonde.fr. ‖Le site est en ligne.
Voir https://www.lemonde.fr/a.b?c=d!e. ‖Le site est en ligne.
Écrire à jean.roy@gouv.qc.ca. ‖Il répondra.
Ouvrez rapport.pdf ou Rapport.Final.pdf. ‖Lisez-le.
Radio-Canada.ca l'a annoncé. ‖Selon Radio-Canada.ca, il pleut.
Le site Booking.com a fermé. ‖Amazon.fr aussi.
# ellipses
Il hésite... ‖Le temps passe.
Il hésite... puis il part.
Il hésite… ‖Le temps passe.
Il hésite… puis il part.
Il dit que [...] le temps passe.
Le temps passe [...] ‖Il part.
Il est parti. ‖[...] Le temps passe.
Il est parti (…) pour Moscou.
[…] Le ministre est parti.
… Le ministre est parti.
Acheté 5 millions et revendu... 1,6 million plus tard.
« Je... je ne sais pas... » ‖Il se tait.
Il hésite. . . ‖Le temps passe.
Il doute (…). ‖Elle aussi.
# guillemets
« Il part. » ‖Il reste.
« Il part. ‖Elle reste. » ‖Nous aussi.
« Il part », dit-elle. ‖« Non », dit-il.
Il a dit : « Je pars. » ‖Puis il est parti.
Il a dit : « Je pars ». ‖Puis il est parti.
« Vous partez ? » demande-t-elle. ‖Il répond.
« Vous partez ? », demande-t-elle. ‖Il répond.
« Quelle honte ! » a-t-il lancé. ‖« Partez ! »
« Où est-il ? » ‖Le ministre l'ignore.
«Où est-il?» ‖«Je ne sais pas.» ‖Il part.
« Où est-il ? » ‖« Je ne sais pas. »
«\u00a0Où est-il\u00a0?\u00a0» a-t-il dit.\u00a0‖Il part.
«\u202fC'est fini\u202f!\u202f»\u2009‖Il part.
“Il part.” ‖“Elle reste.” ‖Nous aussi.
“Vous partez ?” demande-t-elle.
"Il part." ‖"Elle reste." ‖Nous aussi.
"Vous partez?" demande-t-elle. ‖Il répond.
Il dit: " Je pars. " ‖Elle reste.
Il dit: "Je pars". ‖"Moi aussi", dit-elle.
Il a vu l'"axe du mal". ‖Il a eu peur.
Le titre est "Où est-il?" et non "Qui?". ‖Voilà.
'Je pars.' ‖Il reste.
Il crie: 'Je pars!', puis sort.
Le film "Fin." sort demain.
« Il part. » ‖— « Où ? »
nous menace , a-t-il affirmé. ‖Il reste.
un équilibre des intérêts . ‖J'espère que oui , a-t-il dit.
Vous partez ? a-t-il demandé. ‖Oui.
Quelle honte ! s'est-il exclamé.
« Est-ce M. Roy ? » a-t-il demandé.
# dialogue
— Vous partez ? ‖— Oui. ‖— Pourquoi ?
– Vous partez ? demanda-t-il. ‖– Oui.
- Vous partez. ‖- Oui.
Il est parti – enfin ! – avec elle.
# brackets
Il est parti. ‖(Elle reste.) ‖Il revient.
Il est parti (elle l'a dit. Il l'a nié.) avec elle.
Il est parti (hélas !) pour Moscou.
Le ministre (Qui est-ce ?) Lavrov est parti.
Il est parti (voir p. 12). ‖Elle reste.
Il est parti (hélas !). ‖Elle reste.
(Il est parti. ‖Elle reste.) ‖Nous aussi.
(Il est parti. ) ‖Elle reste.
(AFP) Le ministre est parti. ‖(Reuters) Il revient.
a) Il est parti. ‖b) Elle reste.
Il est parti.[1] ‖Elle reste.[2]
Il est parti.¹ ‖Elle reste.
# runs of marks
Quoi ?! ‖Il part ! ! ‖Elle reste ?!?
Quoi !!! ‖Il part.
Quoi ? ! ‖Il part.
Oh ! oh ! dit-il.
# no boundary at colon and semicolon
Il est clair : Moscou refuse ; Kiev accepte.
Photo : AFP / Jonathan Nackstrand
Il est parti. ‖Photo : afp via getty images / J. Nackstrand
DÉFENSE : L'OTAN RÉPOND À MOSCOU
MOSCOU REFUSE. ‖KIEV ACCEPTE.
L'OTAN ET LES É.-U. FACE À MOSCOU
# stops glued by scraping
C'est la fin.‖Le ministre part.
C'est la fin.‖L'Europe attend. ‖Il part.
Il est à Moscou.‖Le ministre part.
Il est parti en 2021.‖Il revient.
Il rejoint l'OTAN.‖Les Russes protestent.
« C'est la fin. »‖Le ministre part.
Quelle honte !‖Le ministre part.
Est-ce fini ?‖Moscou attend.
C'est fini…‖Moscou attend.
C'est la fin.‖« Je pars », dit-il.
C'est la fin.‖M. Lavrov part.
Allons-y. ‖Poutine attend. ‖Il y a. ‖Poutine attend.
M.Lavrov et Mme.Roy ont vu J.Le Goff et l'O.N.U.
M.Le Drian est parti.
Node.js et ASP.NET sont là.
# spaces
Il part.  ‖ Elle reste.
Il part.\u00a0‖Elle reste.
Il part.\t‖Elle reste.
  Il part. ‖Elle reste.  
Le prix est de 90\u00a0000\u00a0$. ‖Il monte.
"""


def cases() -> list[str]:
    return [line for line in CASES.split("\n") if line.strip() and not line.startswith("# ")]


@pytest.mark.parametrize("case", cases())
def test_french_press(case: str) -> None:
    text = case.replace("‖", "")
    assert [text[start:end] for start, end in split_sentences(text)] == [part.strip() for part in case.split("‖")]


def test_table_is_large_enough() -> None:
    assert len(cases()) >= 150


PIECES = st.sampled_from(
    ["M.", " ", " ", " ", "Le", "il", "J.-Y.", "O.N.U.", "...", "…", "?", "!", ".", "«", "»", '"', "'", "’", "(", ")",
     "[", "]", "1", "12.", "fin.Le", "\u00a0", "\u202f", "\n", "—", "a", "É", "etc.", "art.", "\0", "\x1c", "\u200b",
     "😀", "l'", "@", "中", "ß", "²"]
)  # fmt: skip


@given(st.one_of(st.text(), st.lists(PIECES).map("".join)))
def test_spans_hold_everything_but_space(text: str) -> None:
    spans = split_sentences(text)
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    assert edges == sorted(edges)
    assert all(not text[a:b].strip() for a, b in zip(edges[::2], edges[1::2], strict=True))
    assert all(text[a:b] == text[a:b].strip() != "" for a, b in spans)


@given(st.lists(PIECES).map("".join))
def test_no_sentence_is_made_of_marks_alone(text: str) -> None:
    spans = split_sentences(text)
    if len(spans) > 1:
        assert all(any(char.isalnum() for char in text[a:b]) for a, b in spans)


@pytest.mark.parametrize(
    "unit",
    [".", ". ", "...", "a", "a. ", "A. ", "A.", "M. ", "1. ", '"', '" ', '." ', "'", "«", "« ", "» ", "(", ")", "()",
     "(a. ", "(…) ", "[...] ", "? ", "!", "x.Le ", ".(((", " ", "\n", ". \n", "Il part. "],
)  # fmt: skip
def test_time_grows_with_length_only(unit: str) -> None:
    began = time.process_time()
    split_sentences(unit * (300_000 // len(unit)))
    assert time.process_time() - began < 4
