## Figures

# $amount is written as the language writes numbers; $symbol is $, €, £ … as CLDR has it in your language: US$ where $ is another money.
money-symbol = { $amount } { $symbol }
# $code is an ISO 4217 code, for currencies without a symbol of their own.
money-code = { $amount } { $code }
unit-gb = Go
unit-mb = Mo
data-amount = { $figure } { $unit }
# Alone in large letters on a plan's card.
data-unlimited = Illimité
data-unlimited-long = Données illimitées
fair-use = Usage raisonnable
fair-use-full = { $data } par jour à pleine vitesse, puis { $speed }
fair-use-data = { $data } par jour à pleine vitesse, puis plus lentement
fair-use-speed = Ramené à { $speed } après un usage intensif ; le réseau ne précise pas à partir de quand
fair-use-unknown = Le réseau ne précise pas sa limite d’usage raisonnable
days = { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}

## The frame of every page

skip-to-content = Aller au contenu
demo-label = Démo
demo-banner = Ceci est une démo : aucun argent réel ne circule et les eSIM sont fictives.
test-label = Mode test
test-banner = Cette boutique est en mode test : aucun argent réel ne circule, et les eSIM sont réservées à ses testeurs.
notice-label = Avis
sales-paused-banner = Les ventes sont suspendues quelques instants. Les commandes déjà payées ne sont pas concernées. Revenez bientôt.
nav-main = Menu principal
nav-destinations = Destinations
nav-help = Aide
nav-my-esims = Mes eSIM
errors-title = Il y a un problème
need-a-person = Une question ? Écrivez-nous :
foot-devices = Mon téléphone est-il compatible ?
foot-refunds = Remboursements
foot-privacy = Confidentialité
foot-terms = Conditions
languages = Langues
# Said in this language to somebody who reads the page in another one, as a link.
offer-this-language = Voir cette page en français
copied = Copié
close = Fermer
copy-by-hand = Sélectionnez et copiez-le manuellement
you-are-here = Vous êtes ici

## What is not there

not-found-title = Page introuvable
not-found-lead = L’adresse est erronée, ou le forfait n’est plus vendu. Vos commandes et vos eSIM ne sont pas concernées.
all-destinations = Toutes les destinations

## Lengths of time

minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}
hours = { $n ->
    [one] { $n } heure
   *[other] { $n } heures
}
# 1 hour 30 minutes
hours-minutes = { $hours } { $minutes }
ago-now = à l’instant
ago-minutes = { $n ->
    [one] il y a { $n } minute
   *[other] il y a { $n } minutes
}
ago-hours = { $n ->
    [one] il y a { $n } heure
   *[other] il y a { $n } heures
}
ago-days = { $n ->
    [one] il y a { $n } jour
   *[other] il y a { $n } jours
}
