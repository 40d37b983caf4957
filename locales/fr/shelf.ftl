## Home

home-title = eSIM de voyage
# $shop is the shop's name; $tagline a sentence of its owner.
home-description = eSIM de voyage prépayées de { $shop }. { $tagline }
home-headline = En ligne dès l’atterrissage. Payez une fois, avant le départ.
home-lead-countries = Données prépayées pour { $countries } pays.
home-lead-regions = Données prépayées pour { $countries } pays et { $regions ->
    [one] { $regions } région
   *[other] { $regions } régions
}.
home-tagline = Votre eSIM est prête quelques secondes après le paiement, sinon vous êtes remboursé automatiquement.
home-popular = Destinations populaires
home-where = Où vont les voyageurs
home-several = Une eSIM, plusieurs pays
home-trip = Préparer un voyage dans plusieurs pays
shelf-empty-title = Les forfaits arrivent
shelf-empty-text = Nous les récupérons auprès de notre fournisseur. Revenez voir dans quelques minutes.
how-title = Comment ça marche
how-choose-title = Choisissez et payez
how-choose-text = Choisissez les données et le nombre de jours. Vous payez sur la page de Stripe ; le prix affiché est le prix débité.
how-install-title = Installez chez vous
how-install-text = Quelques secondes plus tard, le code QR est à l’écran et dans vos e-mails. Scannez-le en Wi-Fi avant de partir.
how-switch-title = Activez à l’atterrissage
how-switch-text = Activez l’eSIM et ses données à l’étranger. Les jours sont comptés à partir de là, pas de l’achat.
promise-title = Nos engagements
promise-delivered-title = Livrée ou remboursée
promise-delivered-text = Si votre eSIM ne peut pas être préparée, le prix entier revient automatiquement sur votre carte. Vous n’avez rien à demander.
promise-once-title = Un seul achat
promise-once-text = Bouton pressé deux fois, connexion perdue, retour plus tard : un seul paiement, une seule eSIM.
promise-number-title = Vous gardez votre numéro
promise-number-text = Les appels et les messages restent sur votre ligne. Seules les données passent par l’eSIM.
before-title = Avant d’acheter
before-phone = Mon téléphone est-il compatible ?
before-phone-text = La plupart des téléphones depuis 2019 acceptent une eSIM s’ils ne sont pas bloqués par un opérateur. Composez le <code>*#06#</code> : si un EID s’affiche, le vôtre aussi. <a>En savoir plus sur les appareils</a>.
before-days = Quand les jours commencent-ils ?
before-days-text = Quand l’eSIM se connecte pour la première fois à un réseau à destination. Commencez dans les 60 jours suivant l’achat : ensuite, elle peut démarrer d’elle-même ou ne plus fonctionner.
before-back = Puis-je être remboursé ?
before-back-text = Oui, entièrement et automatiquement, si nous ne pouvons pas livrer. Pour un forfait que vous n’avez pas utilisé, voyez la <a>page des remboursements</a>.

## Search

search-label = Où allez-vous ?
search-hint = Pays ou ville
search-button = Voir les forfaits
search-title = Recherche
search-title-for = Recherche : { $query }
search-results = Résultats pour « { $query } »
search-nothing-asked = Un pays, une ville, une île ou une région.
search-unknown-title = Nous ne connaissons pas cet endroit
search-unknown-text = Essayez le nom du pays, ou parcourez toutes les destinations. Si vous êtes sûr de l’orthographe, dites-le-nous : <a>{ $email }</a>.
search-guessed = Rien ne s’écrit exactement ainsi. Vouliez-vous dire :
search-plans-for = Forfaits : { $place }
search-all-plans = Tous les forfaits : { $place }
no-plans-now = aucun forfait pour le moment
in-shared-plans = dans des forfaits pour plusieurs pays
# A country told by its capital and the part of the world, so that nobody takes Austria for Australia.
capital-in = { $capital }, { $region }

## Places and plans

from-price = dès { $price }
from = dès
plans-count = { $n ->
    [one] { $n } forfait
   *[other] { $n } forfaits
}
countries-count = { $n ->
    [one] { $n } pays
   *[other] { $n } pays
}
mixed-up = Est-ce le bon endroit ? On confond souvent ce nom avec { $places }.
mixed-up-place = { $place } (capitale : { $capital })
pass-label = { $data } · { $days }, { $price }
pass-lowest = Le moins cher par Go
pass-data = Données
pass-lasts = Durée
pass-networks = Réseaux
pass-not-stated = Non précisé
pass-clock = Début du décompte
pass-clock-when = à l’atterrissage
plan-clock-when = À la première connexion sur place
pass-start = Acheté aujourd’hui, à démarrer avant le
pass-start-by = À démarrer avant
pass-choose = Choisir
per-esim = par eSIM
per-gigabyte = { $price } par Go
per-day = { $price } par jour
# Under the figure of days on a plan's card.
unit-days = { $n ->
    [one] jour
   *[other] jours
}
networks-many = { $n } réseaux
# $names are the first few networks, $n how many more there are.
networks-more = { $names } + { $n } autres

## All destinations

destinations-description = eSIM de voyage pour { $countries } pays et régions, avec leurs prix.
destinations-count = { $countries } pays et territoires.
destinations-jump = Aller à
destinations-several = Plusieurs pays

## One destination

destination-title = eSIM : { $place }
destination-description = { $n ->
    [one] Un forfait de données prépayé, { $place } : { $price }. Code QR quelques secondes après le paiement.
   *[other] { $n } forfaits de données prépayés, { $place }, dès { $price }. Code QR quelques secondes après le paiement.
}
destination-lead = { $n ->
    [one] { $n } forfait, dès { $price }.
   *[other] { $n } forfaits, dès { $price }.
}
destination-no-plan = Pas de forfait propre pour le moment.
destination-capital = Capitale : { $capital }.
destination-region-capital = { $region }. Capitale : { $capital }.
destination-covers = Fonctionne dans { $n } pays au maximum.
destination-nothing-title = Rien pour cet endroit seul : { $place }
destination-nothing-text = Aucun de nos forfaits n’y fonctionne pour le moment. Nous préférons le dire plutôt que de vous vendre ce qui ne marche pas.
destination-nothing-but = Mais les forfaits ci-dessous, pour plusieurs pays, y fonctionnent aussi.
destination-plans = Forfaits
destination-also = Vous allez plus loin ? Ceux-ci y fonctionnent aussi
further-title = Vous allez plus loin ?
further-lead = Une eSIM pour ce pays, ou une pour plusieurs : leur prix et où elles fonctionnent.
further-from = À partir de
further-countries = Pays
tick-some = { $n } forfaits sur { $all }
destination-where = Où ces forfaits fonctionnent
destination-where-note = Chaque forfait indique ses propres pays ; tous ne couvrent pas tous ceux-ci.
destination-where-all = Tous les forfaits de cette page fonctionnent dans tous ces pays.
good-title = Bon à savoir
good-days-text = Quand l’eSIM se connecte pour la première fois à un réseau à destination, pas à l’achat. Commencez dans les 60 jours suivant l’achat.
good-more = Et s’il me faut plus de données ?
good-more-text = Rechargez-la dans <a>Mes eSIM</a> : les données s’ajoutent à l’eSIM qui est déjà dans votre téléphone, sans rien réinstaller.
good-number = Mon numéro continue-t-il de fonctionner ?
good-number-text = Oui. Les appels et les messages restent sur votre ligne. Laissez-y les données à l’étranger désactivées, pour que seule l’eSIM consomme des données.
good-phone = Mon téléphone l’accepte-t-il ?
good-phone-text = Composez le <code>*#06#</code> : si un EID s’affiche, oui. Il ne doit pas être bloqué par un opérateur. <a>En savoir plus sur les appareils</a>.

## Sorting and filtering

sort-label = Trié par
sort-data = Données
sort-price = Prix
sort-gigabyte = Prix par Go
sort-days = Jours
stay-label = Votre séjour
stay-any = Toute durée
stay-short = Jusqu’à 7 jours
stay-mid = 8 à 15 jours
stay-long = 16 jours ou plus
amount-label = Données
amount-any = Toute quantité
amount-large = 10 Go ou plus
amount-unlimited = Illimitées
filter-nothing = Aucun forfait ne correspond. Retirez un filtre.

## One plan

plan-description = { $plan } : { $price }. Code QR quelques secondes après le paiement, sinon remboursement automatique.
plan-place = { $place }. Capitale : { $capital }.
plan-place-region = { $place }, { $region }. Capitale : { $capital }.
plan-speed = Débit
plan-speed-up-to = jusqu’à { $speed }
plan-unit = Prix unitaire
plan-not-stated = Non précisé par le réseau
plan-hotspot = Partage de connexion
plan-identity = Contrôle d’identité
plan-yes = Oui
plan-no = Non
plan-calls = Appels et messages
plan-calls-text = Données seules ; appels et messages restent sur votre ligne
plan-topup = Recharge
plan-topup-yes = Possible, sans réinstaller
plan-buy = Acheter ce forfait
plan-one-price = Pour une eSIM. Rien ne s’ajoute en cours de route.
plan-paused = Les ventes sont suspendues un moment. Aucun achat n’est possible ; revenez voir bientôt.
plan-how-many = Combien d’eSIM ?
plan-how-many-hint = Une par téléphone.
plan-quantity = { $n } – { $price }
plan-first-day = Premier jour du voyage, si vous le connaissez
plan-first-day-hint = Nous vous disons s’il est trop tôt pour acheter.
plan-anyway = Acheter quand même maintenant : je la démarrerai à temps.
plan-device = Votre téléphone l’accepte-t-il ?
plan-device-how = Composez le <code>*#06#</code> : si un EID s’affiche, il accepte une eSIM. Il ne doit pas être bloqué par un opérateur. <a>Comment vérifier</a>
plan-pay = Oui – payer sur la page de Stripe
plan-promise = <b>Livrée ou remboursée.</b> Pas d’eSIM, pas de paiement : l’argent revient automatiquement.
plan-back-fee = <b>Vous changez d’avis ?</b> Dans Mes eSIM, vous pouvez rendre un forfait non utilisé sous { $days } jours, moins { $fee }. <a>Remboursements</a>
plan-back-full = <b>Vous changez d’avis ?</b> Dans Mes eSIM, vous pouvez rendre un forfait non utilisé sous { $days } jours, remboursé en entier. <a>Remboursements</a>
plan-works-in = { $n ->
    [one] Fonctionne dans { $n } pays
   *[other] Fonctionne dans { $n } pays
}
plan-all-networks = Tous les réseaux
plan-next-title = La suite
plan-next-pay = <b>Vous payez sur la page de Stripe.</b> Nous ne voyons jamais votre carte.
# $time is a length of time such as “30 minutes”.
plan-next-code = <b>Votre code QR s’affiche,</b> en général en quelques secondes, sur la page et dans vos e-mails. S’il ne peut pas être préparé sous { $time }, le prix entier revient automatiquement sur votre carte ; cela ne peut prendre plus longtemps que si l’on ne sait pas si l’eSIM a été créée.
plan-next-install = <b>Installez-la chez vous, en Wi-Fi.</b> Une eSIM ne peut être installée qu’une fois : ne la supprimez pas de votre téléphone.
plan-next-land = <b>Activez-la à l’atterrissage,</b> avec les données à l’étranger pour cette ligne seulement.

## What stops a purchase

buy-quantity = Choisissez combien : de 1 à 9.
buy-device = Vérifiez d’abord votre téléphone : composez le *#06#. S’il affiche un EID et n’est pas bloqué, appuyez sur « Oui ».
buy-early = Votre voyage commence le { $first }, mais acheté aujourd’hui, ce forfait doit être démarré avant le { $last }. Achetez-le le { $from } ou plus tard.
buy-day-over = Ce jour est passé. Choisissez le premier jour du voyage, ou laissez vide.
buy-no-day = Ce n’est pas une date. Choisissez le jour, ou laissez vide.
buy-too-quick = C’était très rapide. Attendez une minute et appuyez de nouveau sur le bouton.
buy-gone = Le réseau vient de retirer ce forfait. Rien n’a été débité : choisissez-en un autre.
buy-dearer = Le prix de ce forfait vient de changer. Rien n’a été débité : revenez dans une minute voir le nouveau prix.
buy-stopped = Nous ne pouvons pas livrer en ce moment, donc nous ne vendons pas. Rien n’a été débité : revenez bientôt.
buy-flood = Beaucoup de monde achète en ce moment. Rien n’a été débité : appuyez de nouveau sur le bouton dans une minute.
buy-failed = La page de paiement n’a pas pu s’ouvrir. Rien n’a été débité : appuyez de nouveau sur le bouton.
