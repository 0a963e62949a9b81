"""French abbreviations that end in a full stop, by what the stop means for the end of the sentence.

Compiled for this project from the lists of usual abbreviations in French style guides (courtesy titles, ranks,
addresses, references, dates, company forms) and the English titles that French-language papers leave as they are.
Words are in lower case unless case tells them from an ordinary word (`Me`, `M`).
"""

from __future__ import annotations

from translator.text.word_list import words

__all__ = ["BEFORE_NAME", "BEFORE_NUMBER", "LABELLED", "PARTICLES", "PLACES_AND_BODIES", "STARTERS", "WITHIN"]

BEFORE_NAME = words("""
    M MM Mm Mr Mrs Ms Mme Mmes Mlle Mlles Mgr Mgrs Me Mᵐᵉ Mᵉ Dr Drs Dre Dres Pr Prs Pre Vve St Ste Sts Stes
    dr mgr mme mlle mr gén Gén lt Lt sgt Sgt cdt Cdt cpl Cpl brig Brig adj-chef lt-col Lt-col Lt-Col lt-gén Lt-gén
    brig-gén maj-gén bgén mgén lgén amb Amb
    cf Cf CF vs Vs c.-à-d C.-à-d c-à-d i.e e.g p.ex N.B n.b P.-S N.D N.-D S.E S.Exc S.Ém S.M S.A.R S.A.S S.S R.P T.R.P
    boul Boul bd Bd bld Bld blvd Blvd ap
""")
"""Always followed by what they belong to (a name, mostly): never the end of a sentence. Matched by case."""

WITHIN = words("""
    col cap capt cpt maj prof profs Prof hon gouv prés dir secr lieut adjt ing Gen Sen Rep Rev Gov Sec Ft Mt Atty
    adm vadm cmdt sén rév comm insp cons const proc trés assoc inst conf fédér
    av pl rte chem
    inc ltée ltd cie co corp bros llc plc sté éts jr sr
    ex max min approx ca éd éds ed eds coll trad ill suppl suiv sqq adj adv univ dép dépt dpt fém masc sing plur
    a.m p.m
""")
"""May end a sentence, but a capital alone does not show it: only a word that usually opens a sentence does."""

BEFORE_NUMBER = words("""
    p pp art arts no nos n nᵒ vol vols t chap ch fig figs par al v liv l tél tel téléc fax réf rés doc ann sect rég
    règl app apt bur env lun sam dim janv jan févr fév avr juill juil sept oct nov déc dec
    c s m r
""")
"""Belong to the number, numeral or letter after them; before anything else they end the sentence as any word does."""

LABELLED = words("""
    plan vitamine vitamines hépatite hépatites groupe type point option classe catégorie série note annexe section
    partie colonne zone génération jour heure rayon rayons bâtiment salle porte lettre variante tableau appendice
    pavillon terminal modèle influenza grippe monsieur madame mademoiselle agent témoin
""")
"""Nouns that take a single letter (`le plan B`): after them a letter and a stop are the end of the sentence."""

PLACES_AND_BODIES = words("""
    É.-U E.-U U.S U.S.A R.-U D.C O.N.U O.T.A.N U.E U.R.S.S C.-B N.-B N.-É Î.-P.-É T.-N T.-N.-L T.N.-O
""")
"""Acronyms with stops that are no one's initials."""

PARTICLES = words("le la les l' de du des d'")
"""Words that open sentences and surnames alike: `La Russie` but `J.-Y. Le Drian`."""

STARTERS = PARTICLES | words("""
    un une il elle ils elles on nous vous je j' tu ce c' cet cette ces cela ça ceci celui celle ceux celles
    son sa ses leur leurs notre nos votre vos mon ma mes
    en dans sur sous avec sans pour par contre entre vers chez depuis pendant durant après avant selon malgré parmi
    lors lorsque lorsqu' quand si s' comme puisque puisqu' mais ou où et donc or ni car que qu' qui quoi dont
    quel quelle quels quelles pourquoi comment combien alors ainsi aussi puis ensuite enfin toutefois cependant
    néanmoins pourtant tout toute tous toutes aucun aucune chaque plusieurs certains certaines quelques beaucoup peu
    plus moins très trop ne n' pas non oui voici voilà aujourd' quelqu' hier demain ici là à a au aux y
    deux trois quatre cinq six sept huit neuf dix cent mille premier première seul seule même déjà encore jamais
    toujours grâce face quant jusqu' afin autre autres outre hors bien bref près loin aussitôt désormais récemment
    actuellement auparavant finalement également notamment parfois souvent surtout soudain
    lundi mardi mercredi jeudi vendredi samedi dimanche
    janvier février mars avril mai juin juillet août septembre octobre novembre décembre
    m. mm. mme mmes mlle me
""")
"""Words with which a French sentence opens and a name hardly does (elided ones with a straight apostrophe)."""
