"""French words that the inflection rules do not cover, and the word classes the rules ask for.

Plurals follow the traditional spelling with the variants of the 1990 rectifications; feminines of offices follow the
guide « Femme, j'écris ton nom » (CNRS/INaLF, 1999) and the Office québécois de la langue française.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from translator.text.word_list import words


def _table(text: str) -> Mapping[str, tuple[str, ...]]:
    """`word=form/form` pairs, separated by white space."""
    pairs = (item.split("=") for item in text.split())
    return MappingProxyType({word: tuple(forms.split("/")) for word, forms in pairs})


PREPOSITIONS = words(
    "in de du des d à au aux en par pour sur dans contre avec sans près auprès entre envers hors ès chez vers selon "
    "lès devant derrière depuis dès après avant outre parmi suivant concernant portant visant"
)
"""Words after which a complement begins; what follows does not agree with the head."""

CONJUNCTIONS = words("et ou ni &")

PREFIXES = words(
    "vice sous ex anti pro non post mi semi demi mini maxi néo quasi trans inter extra hors contre avant après "
    "arrière nord sud est ouest centre bi tri multi auto micro macro méga co ultra super pan euro afro turbo "
    "cyber porte lance garde brise couvre cache coupe pare perce tire ouvre passe saint sainte chasse bissau cap "
    "ni i lieu pré ante archi électro radio télé nippo gréco"
)
"""First parts of hyphenated words that stay as they are; only what follows the hyphen varies."""

INVARIABLE = words(
    "porte-parole cessez-le-feu laissez-passer face-à-face tête-à-tête va-t-en-guerre sans-abri sans-papiers "
    "sans-emploi hors-la-loi nature pilote clé standard antipersonnel sol-air sol-sol air-air air-sol mer-mer "
    "mer-sol mer-air air-mer surface-air pro tempore ad interim a.i. hoc honoris causa vice ex "
    "bleu-blanc-rouge un deux trois quatre cinq six sept huit neuf dix onze douze in situ statu quo "
    "ni-vanuatu i-kiribati chef-d'œuvre kaki marron orange plus moins très mal non "
    "contre-la-montre passe-partout offshore high-tech low-cost"
)
"""Words and compounds that are written alike in both numbers and genders."""

S_SINGULARS = words(
    "abcès abus accès acquis ananas appas arrérages as autobus avis bas biais bois bras cabas cas cens chaos "
    "colis commis compas compromis concours congrès corps corpus cours cyprès débarras décès dépens détritus "
    "discours dos encours engrais exclus excès express fils fonds forceps fracas frais gars gros harnais héros "
    "hors iris jus legs lis logis marais mépris mets mois mors palais parcours pas pays permis pis poids pouls "
    "précis prépas presbytas process procès progrès propos pubis puits rabais radis refus relais remords repas "
    "repos repris retors revers ris rubis secours sens succès surcroît sursis taillis talus tapis temps tiers "
    "torchis transit très univers verglas virus vis viscères campus consensus forum prospectus terminus blocus "
    "omnibus minibus processus choix croix faix noix paix perdrix poix prix taux toux voix époux faux flux influx "
    "afflux reflux crucifix houx index lynx phénix sphinx larynx syphilis gaz nez riz chez raz quartz "
    "pèse-personnes avant-bras sous-bois contrepoids anis débours entremets faciès lapis maquis matelas oasis os "
    "pathos rictus tennis"
)
"""Words in -s, -x or -z that are singular: only their adjectives show the plural."""

PLURALS = _table(
    "haut-parleur=haut-parleurs "
    "travail=travaux bail=baux corail=coraux émail=émaux soupirail=soupiraux vantail=vantaux vitrail=vitraux "
    "bal=bals cal=cals carnaval=carnavals cérémonial=cérémonials chacal=chacals choral=chorals festival=festivals "
    "pal=pals récital=récitals régal=régals bancal=bancals fatal=fatals final=finals/finaux "
    "glacial=glacials/glaciaux natal=natals naval=navals tonal=tonals idéal=idéaux/idéals banal=banals/banaux "
    "causal=causals/causaux aval=avals étal=étals narval=narvals val=vals landau=landaus sarrau=sarraus "
    "bleu=bleus pneu=pneus émeu=émeus bijou=bijoux caillou=cailloux chou=choux genou=genoux hibou=hiboux "
    "joujou=joujoux pou=poux ciel=cieux œil=yeux monsieur=messieurs madame=mesdames mademoiselle=mesdemoiselles "
    "monseigneur=messeigneurs bonhomme=bonshommes gentilhomme=gentilshommes tout=tous "
    "ombudsman=ombudsmans/ombudsmen gentleman=gentlemen barman=barmans/barmen whip=whips lobby=lobbys/lobbies "
    "taliban=talibans grand-mère=grands-mères/grand-mères garde-côte=garde-côtes/gardes-côtes "
    "garde-frontière=garde-frontières/gardes-frontières garde-chasse=gardes-chasse/gardes-chasses "
    "soutien-gorge=soutiens-gorge timbre-poste=timbres-poste état-major=états-majors avion-cargo=avions-cargos "
    "année-lumière=années-lumière œuvre-phare=œuvres-phares casque-bleu=casques-bleus moratorium=moratoriums "
    "mémorandum=mémorandums référendum=référendums maximum=maximums/maxima minimum=minimums/minima média=médias "
    "antimissile=antimissiles antichar=antichars mandat-cadre=mandats-cadres loi-cadre=lois-cadres "
    "accord-cadre=accords-cadres convention-cadre=conventions-cadres"
)
"""Plurals that the rules get wrong; the first is the usual one."""

FEMININES = _table(
    "chef=cheffe/chef ambassadeur=ambassadrice/ambassadeure maire=mairesse/maire auteur=auteure/autrice "
    "coauteur=coauteure/coautrice procureur=procureure/procureur gouverneur=gouverneure/gouverneur "
    "professeur=professeure "
    "docteur=docteure ingénieur=ingénieure pasteur=pasteure prieur=prieure censeur=censeure assesseur=assesseure "
    "défenseur=défenseure/défenseuse superviseur=superviseure/superviseuse contrôleur=contrôleuse/contrôleure "
    "rapporteur=rapporteuse/rapporteure entraîneur=entraîneuse/entraîneure "
    "enquêteur=enquêtrice/enquêteuse/enquêteure successeur=successeure prédécesseur=prédécesseure "
    "précurseur=précurseure solliciteur=solliciteuse/solliciteure commandeur=commandeure/commandeuse "
    "metteur=metteuse/metteure acheteur=acheteuse/acheteure transporteur=transporteuse reporteur=reporteuse "
    "porteur=porteuse lutteur=lutteuse conteur=conteuse arpenteur=arpenteuse/arpenteure "
    "sculpteur=sculptrice/sculpteure arbitre=arbitre préfet=préfète syndic=syndique consul=consule "
    "colonel=colonelle major=major/majore substitut=substitute/substitut officier=officière doyen=doyenne "
    "policier=policière soldat=soldate supérieur=supérieure inférieur=inférieure intérieur=intérieure "
    "extérieur=extérieure antérieur=antérieure postérieur=postérieure ultérieur=ultérieure majeur=majeure "
    "mineur=mineure meilleur=meilleure mentor=mentore public=publique turc=turque grec=grecque blanc=blanche "
    "franc=franche sec=sèche laïc=laïque/laïc caduc=caduque complet=complète secret=secrète concret=concrète "
    "discret=discrète inquiet=inquiète incomplet=incomplète désuet=désuète replet=replète doux=douce roux=rousse "
    "faux=fausse vieux=vieille vieil=vieille jaloux=jalouse beau=belle bel=belle nouveau=nouvelle nouvel=nouvelle "
    "jumeau=jumelle fou=folle mou=molle long=longue oblong=oblongue bref=brève frais=fraîche gros=grosse "
    "bas=basse gras=grasse épais=épaisse las=lasse exprès=expresse métis=métisse gentil=gentille favori=favorite "
    "malin=maligne bénin=bénigne tiers=tierce tout=toute andalou=andalouse hébreu=hébraïque/hébreue "
    "letton=lettone/lettonne nippon=nippone/nipponne lapon=lapone/laponne mormon=mormone paysan=paysanne "
    "valaisan=valaisanne rom=rom touareg=touarègue/touareg ouzbek=ouzbèke/ouzbeke juif=juive "
    "esquimau=esquimaude/esquimau coréen=coréenne lao=lao zoulou=zouloue/zoulou fidji=fidji sikh=sikhe serf=serve "
    "dû=due mû=mue public-privé=publique-privée absous=absoute dissous=dissoute hongkongais=hongkongaise "
    "coi=coite rigolo=rigolote aigu=aiguë ambigu=ambiguë contigu=contiguë exigu=exiguë sot=sotte boulot=boulotte "
    "pâlot=pâlotte vieillot=vieillotte idiot=idiote"
)
"""Feminines that the rules get wrong or that have variants; the first is the usual one."""

MASCULINE_ONLY = words(
    "roi vice-roi prince duc grand-duc comte vicomte baron marquis empereur pape cardinal évêque archevêque abbé "
    "prêtre père frère imam émir cheikh sultan tsar chah shah mollah ayatollah calife rabbin homme maître "
    "contremaître héros seigneur sire lord monsieur monseigneur m. mgr compagnon leader whip bras conseil numéro "
    "membre témoin mentor parti gouvernement organe corps poste patriarche dauphin ombudsman négus khan mufti "
    "gentleman état pays groupe comité"
)
"""Heads of titles without a feminine, or whose feminine is another title in English (`roi` / `reine`)."""

AGREEING_ANYWHERE = words("chargé adjoint délégué suppléant désigné sortant intérimaire honoraire nommé responsable")
"""Adjectives that agree with the head of a title even behind its complement: `cheffe de cabinet adjointe`."""

GENERIC_INSTITUTIONS = words(
    "académie administration agence ambassade archives armée assemblée association autorité banque bibliothèque "
    "brigade bureau cabinet caisse centre chambre chancellerie chancelier collège comité commissariat commission "
    "communauté compagnie confédération conférence congrès conseil consulat coopération cour délégation "
    "département direction division école état-major fédération fondation fonds force garde gendarmerie "
    "gouvernement greffe groupe haut-commissariat inspection institut institution instance juridiction ligue "
    "légation mairie ministère mission mouvement musée observatoire office ombudsman opération organe "
    "organisation organisme parlement parquet parti police préfecture présidence primature programme quartier "
    "rectorat régie régiment registre représentation réseau secrétariat section sénat service société "
    "sous-commission sous-comité sous-préfecture station sûreté syndicat table tribunal trésor union université "
    "vice-présidence ville zone municipalité nonciature protectorat directoire diète escadron bataillon unité"
)
"""Heads that make an institution one of several (`Cours suprêmes`); other names of institutions have no plural."""

ADJECTIVE_ENDINGS = (
    "al", "ale", "el", "elle", "ien", "ienne", "éen", "éenne", "ain", "aine", "ais", "aise", "ois", "oise", "if", "ive",
    "eux", "euse", "aire", "ique", "ier", "ière", "é", "ée", "ant", "ante", "able", "ible", "and", "ande", "ard",
)  # fmt: skip
"""Endings by which a capitalised word behind a capitalised head passes for an adjective (`Cour Pénale`)."""

ADJECTIVES = words(
    "adjoint adjointe suprême uni unie haut haute chef rouge bleu blanc vert noir fort forte ministre président "
    "général supérieur supérieure extérieur extérieure intérieur intérieure public publique civil civile expert "
    "russe turc belge suisse arabe serbe membre premier première second seconde grand grande mixte libre unique "
    "sortant élu élue spécial spéciale nouveau nouvelle secrétaire commissaire représentant directeur conseiller "
    "mondial mondiale permanent permanente provisoire militaire"
)
"""Capitalised words that agree although their ending does not tell."""
