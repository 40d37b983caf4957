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
home-tagline = Votre eSIM prête quelques secondes après le paiement, ou remboursée automatiquement.
home-popular = Destinations populaires
home-where = Où vont les voyageurs
home-several = Une eSIM, plusieurs pays
home-trip = Préparer un voyage dans plusieurs pays
shelf-empty-title = Chargement des forfaits
shelf-empty-text = Nous récupérons les forfaits auprès de notre fournisseur. Revenez dans quelques minutes.
how-title = Comment ça marche
how-choose-title = Choisissez et payez
how-choose-text = Choisissez les données et le nombre de jours. Vous payez sur la page de Stripe ; le prix affiché est le prix débité.
how-install-title = Installez chez vous
how-install-text = Quelques secondes plus tard, le code QR est à l’écran et dans vos e-mails. Scannez-le en Wi-Fi avant de partir.
how-switch-title = Activez à l’atterrissage
how-switch-text = Activez l’eSIM et ses données à l’étranger. Les jours sont comptés à partir de là, pas de l’achat.
promise-title = Nos engagements
promise-delivered-title = Livrée ou remboursée
promise-delivered-text = Si nous ne pouvons pas vous fournir l’eSIM, vous êtes remboursé intégralement et automatiquement. Vous n’avez rien à demander.
promise-once-title = Un seul achat
promise-once-text = Double clic, connexion perdue, retour plus tard : vous ne payez qu’une fois, pour une seule eSIM.
promise-number-title = Vous gardez votre numéro
promise-number-text = Les appels et les messages restent sur votre ligne. Seules les données passent par l’eSIM.
before-title = Avant d’acheter
before-phone = Mon téléphone est-il compatible ?
before-phone-text = La plupart des téléphones fabriqués depuis 2019 sont compatibles eSIM s’ils ne sont pas bloqués par un opérateur. Composez le <code>*#06#</code> : si un EID s’affiche, le vôtre l’est. <a>En savoir plus sur les appareils</a>.
before-days = Quand les jours commencent-ils ?
before-days-text = Quand l’eSIM se connecte pour la première fois à un réseau à destination. Commencez dans les 60 jours suivant l’achat : ensuite, elle peut démarrer automatiquement ou ne plus fonctionner.
before-back = Puis-je être remboursé ?
before-back-text = Oui, entièrement et automatiquement, si nous ne pouvons pas livrer. Pour un forfait que vous n’avez pas utilisé, voyez la <a>page des remboursements</a>.

## Search

search-label = Où allez-vous ?
search-hint = Où, quand, combien ? Ex. Tokyo, 10 jours
search-button = Voir les forfaits
search-title = Recherche
search-title-for = Recherche : { $query }
search-results = Résultats pour « { $query } »
search-nothing-asked = Un pays, une ville, une île ou une région.
search-unknown-title = Nous n’avons pas trouvé cet endroit
search-unknown-text = Essayez le nom du pays, ou parcourez toutes les destinations. Vous êtes sûr du nom ? Dites-le-nous : <a>{ $email }</a>.
search-guessed = Aucun résultat exact. Vouliez-vous dire :
search-plans-for = Forfaits : { $place }
search-all-plans = Tous les forfaits : { $place }
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
mixed-up = Est-ce le bon endroit ? On le confond souvent avec { $places }.
mixed-up-place = { $place } (capitale : { $capital })
tag-most-chosen = Le plus choisi
tag-lowest = Le moins cher par Go
tag-longest = Le plus long
# Above a list of plans. $facts are networks and a speed such as “SoftBank, KDDI au · 5G”; $day is the last day to start a plan that is bought today.
board-shared = { $facts }. Les jours comptent dès l’atterrissage. Acheté aujourd’hui, à démarrer le { $day } au plus tard.
board-starts = Les jours comptent dès l’atterrissage. Acheté aujourd’hui, à démarrer le { $day } au plus tard.
board-unit = Par Go
pass-networks = Réseaux
pass-clock = Début du décompte
plan-clock-when = À la première connexion sur place
pass-start-by = À démarrer au plus tard le
pass-choose = Choisir
per-gigabyte = { $price } par Go
per-day = { $price } par jour
# Beside a figure of days.
unit-days = { $n ->
    [one] jour
   *[other] jours
}
networks-many = { $n } réseaux
# $names are the first few networks, $n how many more there are.
networks-more = { $names } et { $n } de plus

## All destinations

destinations-description = eSIM de voyage pour { $countries } pays et régions, avec leurs prix.
destinations-count = { $countries } pays et territoires.
destinations-jump = Aller à
destinations-several = Plusieurs pays

## One destination

destination-title = eSIM : { $place }
destination-description = { $n ->
    [one] Un forfait de données prépayé, { $place } : { $price }. Code QR quelques secondes après le paiement.
   *[other] { $n } forfaits de données prépayés, { $place }, dès { $price }. Code QR quelques secondes après le paiement.
}
destination-no-plan = Pas de forfait pour cet endroit seul en ce moment.
destination-capital = Capitale : { $capital }.
destination-region-capital = { $region }. Capitale : { $capital }.
destination-region = { $region }.
destination-covers = Fonctionne dans { $n } pays au maximum.
destination-nothing-title = Aucun forfait pour cet endroit seul : { $place }
destination-nothing-text = Aucun de nos forfaits n’y fonctionne pour le moment. Nous préférons le dire plutôt que de vous vendre ce qui ne marche pas.
destination-nothing-but = Ces forfaits pour plusieurs pays y fonctionnent :
destination-plans = Forfaits
further-title = Vous allez plus loin ?
further-lead = Une eSIM pour ce pays, ou une pour plusieurs : leur prix et où elles fonctionnent.
further-from = À partir de
further-countries = Pays
tick-some = { $n } forfaits sur { $all }
destination-where = Où ces forfaits fonctionnent
destination-where-note = Chaque forfait indique ses propres pays ; tous ne couvrent pas tous ceux-ci.
destination-where-all = Tous les forfaits de cette page fonctionnent dans tous ces pays.
good-title = Bon à savoir
good-days-text = Quand l’eSIM se connecte pour la première fois à un réseau à destination, pas à l’achat. Commencez dans les 60 jours suivant l’achat.
good-more = Et s’il me faut plus de données ?
good-more-text = Rechargez-la dans <a>Mes eSIM</a> : les données s’ajoutent à l’eSIM qui est déjà dans votre téléphone, sans rien réinstaller.
good-number = Mon numéro continue-t-il de fonctionner ?
good-number-text = Oui. Les appels et les messages restent sur votre ligne. Laissez-y les données à l’étranger désactivées, pour que seule l’eSIM consomme des données.
good-phone = Mon téléphone est-il compatible ?
good-phone-text = Composez le <code>*#06#</code> : si un EID s’affiche, oui. Il ne doit pas être bloqué par un opérateur. <a>En savoir plus sur les appareils</a>.

## Sorting and filtering

sort-label = Trié par
sort-data = Données
sort-price = Prix
sort-gigabyte = Prix par Go
sort-days = Jours
stay-label = Votre séjour
stay-any = Toute durée
stay-short = Jusqu’à 7 jours
stay-mid = 8–15 jours
stay-long = 16 jours et plus
amount-label = Données
amount-any = Toute quantité
amount-large = 10 Go et plus
amount-unlimited = Illimitées
filter-nothing = Aucun forfait ne correspond. Retirez un filtre.

## How much is enough

answer-title = Combien m’en faut-il ?
answer-use = Votre usage du téléphone
use-light = Léger
use-everyday = Quotidien
use-heavy = Intense
answer-light = Cartes et messages : environ { $data } en { $days }
answer-everyday = Usage quotidien : environ { $data } en { $days }
answer-heavy = Vidéo et appels : environ { $data } en { $days }
answer-most = Aucun forfait n’en contient autant pour cette durée ; c’est celui qui s’en rapproche le plus.
answer-none = Aucun forfait ne dure { $days } ici.

## One plan

plan-description = { $plan } : { $price }. Code QR quelques secondes après le paiement, sinon remboursement automatique.
plan-place = { $place }. Capitale : { $capital }.
plan-place-region = { $place }, { $region }. Capitale : { $capital }.
plan-place-in = { $place }, { $region }.
plan-speed = Débit
plan-speed-up-to = jusqu’à { $speed }
plan-unit = Prix unitaire
plan-hotspot = Partage de connexion
plan-identity = Contrôle d’identité
plan-yes = Oui
plan-no = Non
plan-calls = Appels et messages
plan-calls-text = Données seules ; appels et messages restent sur votre ligne
plan-topup = Recharge
plan-topup-yes = Possible, sans réinstaller
plan-buy = Acheter ce forfait
plan-paused = Les ventes sont suspendues quelques instants. Revenez bientôt.
plan-how-many = Combien d’eSIM ?
plan-quantity = { $n } – { $price }
plan-first-day = Premier jour du voyage, si vous le connaissez
plan-first-day-hint = Nous vous disons s’il est trop tôt pour acheter.
plan-anyway = Acheter maintenant quand même : je le démarrerai à temps.
plan-pay = Oui – passer au paiement
plan-unpaid = Si vous n’avez pas terminé le paiement, rien n’a été débité. Votre choix est conservé : passez au paiement ou modifiez-le.
# Right above the pay button, whose “Yes” answers it.
plan-device-ask = Composez <code>*#06#</code> : un EID s’affiche, et votre téléphone est déverrouillé ? <a>Comment vérifier</a>
plan-device-how = Composez le <code>*#06#</code> : si un EID s’affiche, il est compatible eSIM. Il ne doit pas être bloqué par un opérateur. <a>Comment vérifier</a>
plan-when = Vous partez plus tard ?
plan-code = Vous avez un code de réduction ?
plan-code-label = Code de réduction
plan-code-was = au lieu de <s>{ $price }</s>
plan-code-applied = Code { $code } appliqué.
plan-code-raised = Code { $code } appliqué. C’est notre prix le plus bas pour ce forfait.
plan-marks = <b>Un seul prix, sans frais en plus.</b> Vous payez sur la page de Stripe : carte, Apple Pay, Google Pay.
plan-sold-by = Vendu par <a>{ $seller }</a>
plan-charged-in = Le paiement se fait en { $currency } ; les montants après ≈ ne sont qu’indicatifs.
# A list of plans with more and less data; what they cost more or less than this one.
plan-others = Autres tailles
plan-more = + { $price }
plan-less = − { $price }
# $facts are labels such as “Hotspot”.
plan-unstated = Le réseau ne précise pas : { $facts }.
# $countries is “18 countries”.
plan-further = Vous allez plus loin ? <a>{ $place }, { $countries } : { $data } · { $days }, { $price }</a>
plan-promise = <b>Livrée ou remboursée.</b> Si l’eSIM ne peut pas être livrée, vous êtes remboursé automatiquement.
plan-back-fee = <b>Vous changez d’avis ?</b> Dans Mes eSIM, vous pouvez annuler un forfait non utilisé sous { $days } jours et être remboursé, moins { $fee } de frais. <a>Remboursements</a>
plan-back-full = <b>Vous changez d’avis ?</b> Dans Mes eSIM, vous pouvez annuler un forfait non utilisé sous { $days } jours et être remboursé intégralement. <a>Remboursements</a>
plan-works-in = { $n ->
    [one] Fonctionne dans { $n } pays
   *[other] Fonctionne dans { $n } pays
}
plan-all-networks = Tous les réseaux
plan-next-title = La suite
plan-next-pay = <b>Vous payez sur la page de Stripe.</b> Nous ne voyons jamais votre carte.
# $time is a length of time such as “30 minutes”.
plan-next-code = <b>Votre code QR s’affiche,</b> en général en quelques secondes, et arrive par e-mail. Sans livraison sous { $time }, vous êtes remboursé automatiquement ; cela ne peut être plus long que si l’on ignore si l’eSIM a été créée.
plan-next-install = <b>Installez-la chez vous, en Wi-Fi.</b> Une eSIM ne peut être installée qu’une fois : ne la supprimez pas de votre téléphone.
plan-next-land = <b>Activez-la à l’atterrissage,</b> avec les données à l’étranger pour cette ligne seulement.

## What stops a purchase

buy-quantity = Choisissez combien : de 1 à 9.
buy-device = Vérifiez d’abord votre téléphone : composez le *#06#. S’il affiche un EID et n’est pas bloqué, touchez « Oui ».
buy-early = Votre voyage commence le { $first }, mais acheté aujourd’hui, ce forfait doit être démarré au plus tard le { $last }. Achetez-le le { $from } ou plus tard.
buy-day-over = Cette date est passée. Choisissez le premier jour du voyage, ou laissez vide.
buy-no-day = Cette date n’est pas valable. Choisissez un jour, ou laissez vide.
buy-code-unknown = Nous ne connaissons pas ce code. Vérifiez l’orthographe ou laissez le champ vide.
buy-code-over = Ce code n’est plus valable. Laissez le champ vide pour acheter sans lui.
buy-code-early = Ce code est valable à partir du { $date }.
buy-code-plan = Ce code n’est pas valable pour ce forfait.
buy-code-small = Ce code est valable à partir de { $price } d’achat.
buy-code-lowest = Ce forfait est déjà à son prix le plus bas. Laissez le champ vide pour acheter sans le code.
buy-code-spent = Ce code est épuisé. Laissez le champ vide pour acheter sans lui.
buy-code-first = Ce code est réservé à une première commande. Laissez le champ vide pour acheter sans lui.
buy-code-open = Vous payez déjà avec ce code sur une autre page. Terminez là-bas ou laissez le champ vide.
buy-code-many = Trop de codes inconnus. Réessayez dans une heure ou laissez le champ vide.
buy-too-quick = Trop de tentatives. Patientez une minute, puis réessayez.
buy-gone = Ce forfait n’est plus disponible. Rien n’a été débité : choisissez-en un autre.
buy-dearer = Le prix de ce forfait vient de changer. Rien n’a été débité. Le nouveau prix s’affichera dans une minute.
buy-repriced = Le prix de ce forfait vient de changer : il est maintenant de {$price}. Rien n’a été débité.
buy-stopped = Nous ne pouvons pas livrer en ce moment ; les ventes sont suspendues. Rien n’a été débité : revenez bientôt.
buy-flood = Beaucoup de monde achète en ce moment. Rien n’a été débité. Réessayez dans une minute.
buy-failed = La page de paiement n’a pas pu s’ouvrir. Rien n’a été débité. Réessayez.

## The one box: what was asked, answered in place

box-order = Commande { $number }
box-order-open = Ouvrir la commande
box-order-whose = Pour votre sécurité, une commande ne s’ouvre que dans le navigateur qui a servi à l’achat, depuis le lien de son e-mail ou une fois connecté. <a>Se connecter pour voir vos eSIM</a>.
# $phone is a model as it was typed.
box-phone-any = Les iPhone depuis 2018 et de nombreux Android récents acceptent l’eSIM
box-phone-yes = Oui : { $phone } accepte l’eSIM
box-phone-no = Non : { $phone } n’accepte pas l’eSIM
box-phone-some = { $phone } : cela dépend du modèle et du pays de vente
box-trip = Votre voyage : { $places }
box-trip-change = Modifier les jours et les données
box-everyday = usage courant, environ { $data } par jour
box-a-day = { $data } par jour
box-people = { $n ->
    [one] { $n } personne
   *[other] { $n } personnes
}
box-for-all = { $n ->
    [one] Pour { $n } personne : { $price }
   *[other] Pour { $n } personnes : { $price }
}
box-nearest = Aucun forfait ne couvre tout cela. Voici les plus proches :
box-add-place = Où allez-vous ? Ajoutez un pays ou une ville et nous afficherons les forfaits adaptés.
# Places that are no country. $place is the name that was typed.
note-sea = En mer, le navire a son propre réseau satellite et nos forfaits n’y fonctionnent pas. Laissez l’itinérance des données désactivée à bord : elle peut coûter très cher. Au port, un forfait pour le pays où vous êtes fonctionne.
note-air = En avion, aucun réseau mobile n’est utilisable avec nos forfaits ; certaines compagnies vendent du Wi-Fi. Votre forfait démarre quand l’eSIM se connecte, à l’atterrissage.
note-divided = { $place } : il y a là des réseaux mobiles distincts, absents de nos forfaits. Un forfait pour ce pays ({ $country }) utilise les réseaux du reste du territoire ; vous risquez donc de ne pas avoir de signal.
note-served = { $place } : la région est couverte par les réseaux de ce pays ({ $country }) ; prenez un forfait pour ce pays. La couverture peut être inégale et l’accès parfois restreint : nous ne pouvons rien promettre.
note-none = { $place } : nous ne connaissons aucun de nos forfaits qui y fonctionne. Nous préférons vous le dire plutôt que de vous vendre ce qui ne marche pas.
