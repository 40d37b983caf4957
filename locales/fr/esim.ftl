# Words of the phone’s own settings (Cellular, Data Roaming, Network Selection …) are to be those that the phone shows in your language.
# “eSIM”, “APN”, “ICCID”, “SM-DP+”, “EID” and “QR” stay as they are. An “add-on” is a further plan on an eSIM that exists; a “top-up” is buying one.

## Amounts

# $data is “1 MB”.
amount-under = moins de { $data }
# $days is not a whole number: “2.5”.
amount-days-and-a-part = { $days } jours

## An eSIM, on all of its pages

# $phrase is “7.4 GB of 10 GB left” or the like: only what ends a sentence is added.
esim-sentence = { $phrase }.
esim-data = Données
esim-number = Numéro de l’eSIM (ICCID)
esim-apn = APN
esim-order = Commande
esim-back = Retour à l’eSIM
esim-check-again = Vérifier à nouveau
esim-see-the-plans = Voir les forfaits
# Networks of which we do not know the country, at the end of a list of countries.
esim-elsewhere = Ailleurs
esim-ready-to-install = Prête à installer
esim-on-a-phone = Sur un téléphone, pas démarrée
esim-in-use = En service
esim-plan-has-ended = Son forfait est terminé
esim-switched-off = Désactivée définitivement
esim-something-wrong = Elle a un problème
esim-given-back = Rendue
# $word is the network’s own, in English.
esim-network-says = Le réseau dit : { $word }
esim-brief-not-installed = Ajoutez-la chez vous, avec un Wi-Fi stable, avant le vol. Cela prend deux minutes.
esim-brief-not-started = Rien d’autre à faire chez vous : elle démarre quand elle trouve un réseau à destination.
esim-brief-nothing-used = Elle a trouvé un réseau, mais aucune donnée n’est encore passée.
esim-brief-use-unknown = Elle a trouvé un réseau à destination.
esim-brief-works = Tout va bien, d’après le réseau.
esim-brief-add-on-waits = Le forfait précédent est terminé ; votre recharge démarre automatiquement.
esim-brief-data-gone = Toutes ses données sont consommées. Cette même eSIM peut être rechargée.
esim-brief-time-over = Ses jours sont écoulés. Cette même eSIM peut être rechargée.
esim-brief-nothing-to-add = Son forfait est terminé, et rien ne peut y être ajouté. Un nouveau forfait arrive sur une nouvelle eSIM.
esim-brief-given-back = Vous l’avez rendue : elle ne donne plus de données.
esim-brief-switched-off = Le réseau désactive une eSIM 60 jours après la fin de son dernier forfait.
esim-brief-broken = Le réseau signale un défaut sur cette eSIM. C’est rare, et vous n’y êtes pour rien.
esim-brief-unexplained = Le réseau emploie un mot que nous ne connaissons pas. Écrivez-nous si elle ne marche pas.

## A package (a plan on an eSIM): its state and figures

package-of-elsewhere = Un forfait qui n’a pas été acheté ici
package-given-back = Rendu
package-being-given-back = Retour en cours
package-starting = Démarrage
package-waits = En attente de démarrage
package-in-use = En service
package-used-up = Épuisé
package-days-over = Jours écoulés
package-ended-by-hand = Arrêté à la main
# In a ring, below “7.4 GB” or “4 days” in large letters. $all is “10 GB” or “7 days”.
package-of-all-left = sur { $all }
# $used and $all are “2.6 GB” and “10 GB”. No full stop: it stands in a table too.
package-used = { $used } sur { $all } utilisés
# $used and $all are “3 days” and “7 days”.
package-days-used = { $used } sur { $all } utilisés. Données illimitées : ce sont les jours qui comptent
# $all is “10 GB” or “7 days”. No full stop.
package-not-started = { $all }, pas démarré
# $left and $all are “7.4 GB” and “10 GB”, or “4 days” and “7 days”. No full stop.
package-left = Il reste { $left } sur { $all }
# $days is 0 where it is not known how many they are.
package-begins-at-destination =
    { $days ->
        [0] Ses jours commencent quand l’eSIM se connecte pour la première fois à un réseau à destination.
        [one] Son unique jour commence quand l’eSIM se connecte pour la première fois à un réseau à destination.
       *[other] Ses { $days } jours commencent quand l’eSIM se connecte pour la première fois à un réseau à destination.
    }
# $days is 0 where it is not known how many they are.
package-begins-after-another =
    { $days ->
        [0] Ses jours commencent quand il prend le relais du forfait précédent.
        [one] Son unique jour commence quand il prend le relais du forfait précédent.
       *[other] Ses { $days } jours commencent quand il prend le relais du forfait précédent.
    }
# $end is a day and a time. $days is 0.
package-days-ended-on = Ses jours ont pris fin le { $end }.
package-ends-on =
    { $days ->
        [one] Dernier jour : il se termine le { $end }.
       *[other] { $days } jours restants : il se termine le { $end }.
    }
package-ended-on = Terminé le { $end }.

## One eSIM

my-esim-installed = Installée ✓
# $day is a date; the link fetches a file for the calendar.
my-esim-start-by = <b>À commencer au plus tard le { $day }.</b> Après ce jour, le réseau peut ne plus laisser le forfait démarrer. <a>Ajouter au calendrier</a>
my-esim-about = À propos de cette eSIM
my-esim-bought = Achetée
my-esim-how-a-top-up-works = Comment marche une recharge
my-esim-why-not-given-back = Pourquoi le retour n’a pas eu lieu
my-esim-see-the-refund = Voir le remboursement
my-esim-give-it-back = Rendre
my-esim-see-its-start = Voir le démarrage
my-esim-start-it-now = Démarrer maintenant
# A calendar’s entry. $plan is “Japan · 10 GB · 7 days”.
calendar-summary = Démarrer votre eSIM : { $plan }
calendar-how = Installez-la maintenant, tant que vous avez du Wi-Fi, et activez-la à destination. Après ce jour, le réseau peut ne plus laisser le forfait démarrer.

## All eSIMs of a traveller

my-esims-sign-out = Se déconnecter
my-esims-everywhere = Se déconnecter partout
my-esims-everywhere-why = Quelqu’un d’autre a pu utiliser un de vos appareils ? Cela déconnecte tous les navigateurs, et aucun ne montrera vos achats tant que vous ne vous y reconnectez pas.
my-esims-signed-in-as = Connecté : { $email }
my-esims-none = Pas encore d’eSIM
my-esims-none-lead = Ce que vous achetez avec cette adresse apparaît ici dès la livraison.
my-esims-find-a-plan = Trouver un forfait
my-esims-newest-first = Vos eSIM, les plus récentes d’abord
my-esims-as-of = état : { $time }
my-esims-start-by = À commencer au plus tard le
my-esims-order = Commande { $number }
my-esims-details = Détails
my-esims-install-or-start = Installer ou démarrer
my-esims-start-it = Démarrer
my-esims-what-is-left = Ce qui reste

## What is left

left-title = Ce qui reste
left-use-unknown = Le réseau n’a pas dit combien a été utilisé.
# $plan is “Japan · 10 GB · 7 days”: the plan that follows the one in use.
left-next = Ensuite : { $plan }. Il prend le relais automatiquement quand celui-ci est épuisé ou terminé.
left-no-plan = Le réseau n’a encore signalé aucun forfait sur cette eSIM.
left-top-up = Recharger
left-no-internet = Pas d’internet ?
left-others = Aussi sur cette eSIM

## Installing and starting, on the eSIM’s page and the order’s

setup-install = Installer votre eSIM
setup-already-on-a-phone = <b>Cette eSIM est déjà sur un téléphone.</b> Son code a servi : elle ne s’installera pas une seconde fois.
setup-show-codes-again = Afficher à nouveau son code QR et ses codes
# 02 is the next part of the page.
setup-installed-already = Déjà installée ? Les réglages du téléphone l’affichent comme deuxième ligne : passez alors à 02.
setup-sheet = Le tout sur une feuille de papier
setup-start = Démarrer votre eSIM
setup-has-started = <b>Elle a démarré.</b> Les quatre réglages sont ci-dessous, au cas où l’un aurait changé.
setup-show-switches = Afficher les quatre réglages
starting-picture = Les deux lignes telles qu’elles doivent être à l’atterrissage.
starting-when = À l’atterrissage, dans les réglages du téléphone :
starting-turn-on-iphone = <b>Activez l’eSIM.</b> Réglages → Données cellulaires → l’eSIM.
starting-turn-on-android = <b>Activez l’eSIM.</b> Paramètres → Réseau et Internet → Cartes SIM → l’eSIM.
starting-roaming = <b>Activez les données à l’étranger pour elle.</b> Sans cela, l’eSIM n’a pas d’internet en voyage ; c’est cette itinérance que vous avez payée.
starting-data = <b>Choisissez-la pour les données cellulaires.</b> « Principal » reste la ligne des appels et des messages.
# $apn is a code that is typed in.
starting-apn = <b>Réglez l’APN si le forfait le demande.</b> Pour ce forfait : <code>{ $apn }</code>.
starting-apn-unknown = <b>Réglez l’APN si le forfait le demande.</b> Le téléphone le trouve en général seul ; s’il n’y a pas d’internet, essayez <code>{ $apn }</code>.
starting-home-line = <b>Laissez les données à l’étranger désactivées sur votre ligne habituelle.</b> C’est votre opérateur qui les facture, et c’est la seule facture que cette eSIM ne peut pas vous éviter.
installing-title = Pendant l’installation
installing-rename = Renommez la ligne, p. ex. « eSIM », pour la distinguer de la vôtre.
installing-primary = Gardez « Principal » pour les appels et les messages.
installing-switching = Désactivez « Autoriser le changement de données cellulaires ».
installing-iphone = À la main sur un iPhone
installing-iphone-how = Réglages → Données cellulaires → Ajouter une eSIM → Utiliser un code QR. Scannez-le, ou choisissez « Saisir les détails manuellement » et collez l’adresse SM-DP+ et le code d’activation.
installing-android = À la main sur un téléphone Android
installing-android-how = Paramètres → Réseau et Internet → Cartes SIM → Ajouter une carte SIM → Configurer une eSIM. Sur un Samsung : Paramètres → Connexions → Gestionnaire SIM → Ajouter une eSIM. Scannez le code QR, ou choisissez de saisir le code et collez « Les deux en un ».
installing-fails = Elle ne s’installe pas
# What stands in quotation marks are the phone’s own messages. $code is *#06#.
installing-fails-why = « Impossible d’ajouter les forfaits cellulaires de cet opérateur » (“Cellular plans from this carrier cannot be added”) : le téléphone est bloqué par un opérateur ; demandez-lui de le débloquer. « Impossible de terminer le changement de forfait cellulaire » (“Cellular change could not be completed”) : le code a déjà servi ; regardez dans les réglages du téléphone, l’eSIM y est peut-être. Aucun menu eSIM : composez le <code>{ $code }</code> ; sans EID, le téléphone n’en accepte pas.

## The picture of a phone’s settings: short, in the phone’s own words

phone-picture = Réglages du téléphone : l’eSIM est activée et sert de ligne pour les données cellulaires, données à l’étranger activées ; la ligne principale garde les appels, données à l’étranger désactivées
phone-cellular = Données cellulaires
# At most 35 letters.
phone-travel-line = eSIM, votre ligne de voyage
# At most 25 letters.
phone-turn-on = Activer cette ligne
# At most 25 letters.
phone-roaming = Données à l’étranger
# At most 22 letters.
phone-data = Données cellulaires
# To the right of the last one, at most 8 letters.
phone-data-line = eSIM
# At most 35 letters.
phone-home-line = Principal, votre ligne habituelle
# At most 20 letters.
phone-calls = Appels et messages
# To the right of the last one, at most 10 letters.
phone-calls-line = Principal

## The sheet of paper

# Of the browser’s window. $plan is “Japan · 10 GB · 7 days”.
sheet-title = Feuille d’installation : { $plan }
sheet-name = Feuille d’installation
sheet-print = Imprimer cette feuille
# In a line of its own, behind the shop’s name.
sheet-order = commande { $number }
# Behind it.
sheet-start-by = à commencer au plus tard le { $day }
sheet-once = <b>Cette eSIM ne peut être installée qu’une seule fois. Ne la supprimez pas de votre téléphone.</b> Ajoutez-la chez vous, avec un Wi-Fi stable. Quiconque a cette feuille peut l’installer : gardez-la pour vous.
sheet-qr = Code QR qui installe votre eSIM
sheet-smdp-address = Adresse SM-DP+
sheet-activation-code = Code d’activation
sheet-both = Les deux en un, pour Android
sheet-install = Installer, chez vous
sheet-iphone = iPhone
sheet-iphone-how = Réglages → Données cellulaires → Ajouter une eSIM → Utiliser un code QR. Scannez le code, ou choisissez « Saisir les détails manuellement ». Renommez la ligne « eSIM », gardez « Principal » pour les appels et les messages, désactivez « Autoriser le changement de données cellulaires ».
sheet-android = Android
sheet-android-how = Paramètres → Réseau et Internet → Cartes SIM → Ajouter une carte SIM → Configurer une eSIM. Samsung : Paramètres → Connexions → Gestionnaire SIM → Ajouter une eSIM. Scannez le code, ou saisissez « Les deux en un ». Gardez votre SIM pour les appels et les messages.
sheet-start = Démarrer, à l’atterrissage
sheet-turn-on = <b>Activez l’eSIM.</b>
sheet-roaming = <b>Activez les données à l’étranger pour elle,</b> et laissez-les désactivées sur votre ligne habituelle.
sheet-data = <b>Choisissez-la pour les données cellulaires.</b>
# $apn is a code that is typed in.
sheet-apn = <b>Réglez l’APN si le forfait le demande :</b> <code>{ $apn }</code>.
sheet-apn-unknown = <b>Réglez l’APN si le forfait le demande :</b> le plus souvent, non ; s’il n’y a pas d’internet, essayez <code>{ $apn }</code>.
# $names are networks: “Docomo, SoftBank”.
sheet-networks = Pas d’internet ? Réseaux à choisir à la main : { $names }.
sheet-networks-and-others = Pas d’internet ? Réseaux à choisir à la main : { $names } et d’autres.
sheet-networks-unknown = Pas d’internet ? Réseaux à choisir à la main : non précisé.
sheet-person = Quelqu’un lit { $email }.

## No internet?

no-internet-title = Pas d’internet ?
no-internet-next-step = Pas d’internet ? La prochaine chose à faire
# The subject of the traveller’s mail to us; a person of the shop reads it.
no-internet-mail-subject = Pas d’internet, commande { $order }
no-internet-is-it-on-a-phone = Sur un téléphone
no-internet-on-phone = Oui ✓
no-internet-on-phone-not-yet = Pas encore
no-internet-on-phone-unknown-yet = Pas encore connu
no-internet-on-phone-unknown = Inconnu
no-internet-plan = Forfait
no-internet-install-it = L’installer
no-internet-top-up = Recharger
no-internet-see-the-plans = Voir les forfaits
no-internet-show-the-switches = Voir les quatre réglages
no-internet-show-the-networks = Voir les réseaux
no-internet-write-to-us = Nous écrire
no-internet-install-first = Installez-la d’abord
no-internet-set-the-switches = Vérifiez les quatre réglages
no-internet-turn-on-roaming = Activez les données à l’étranger pour l’eSIM
no-internet-pick-a-network = Choisissez un réseau à la main
no-internet-add-on-starts = Votre recharge démarre automatiquement
no-internet-data-is-used-up = Vos données sont épuisées
no-internet-days-are-over = Les jours du forfait sont écoulés
no-internet-plan-is-over = Le forfait est terminé
no-internet-given-back = Ce forfait a été rendu
no-internet-switched-off = Cette eSIM est désactivée définitivement
no-internet-contact = Écrivez-nous
no-internet-because-not-installed = Le réseau n’a encore vu cette eSIM sur aucun téléphone. Le vôtre l’affiche déjà comme deuxième ligne ? Alors le réseau est en retard : continuez avec les quatre réglages ci-dessous.
no-internet-because-not-started = L’eSIM va bien et son forfait attend : elle n’a pas encore trouvé de réseau à destination. Avec ces quatre réglages, elle en trouvera un.
no-internet-because-nothing-used = Le forfait a démarré, mais aucune donnée n’est passée. C’est presque toujours ce réglage, ou le téléphone utilise encore l’autre ligne pour les données.
no-internet-because-use-unknown = Le forfait a démarré, mais le réseau n’a pas dit combien a été utilisé. C’est presque toujours ce réglage.
no-internet-because-add-on-waits = Le forfait précédent est terminé. Laissez une minute au téléphone, données à l’étranger activées ; le réseau démarre alors votre recharge. Vous n’avez rien à installer ni à activer.
no-internet-because-nothing-to-add = Son forfait est terminé, et aucune recharge ne convient à cette eSIM. Un nouveau forfait arrive sur une nouvelle eSIM ; votre téléphone peut garder les deux.
no-internet-because-given-back = Il a pris fin quand vous l’avez rendu : aucun réglage du téléphone ne peut le rétablir. Un nouveau forfait arrive sur une nouvelle eSIM.
no-internet-because-switched-off = Le réseau le fait 60 jours après la fin du dernier forfait d’une eSIM. Un nouveau forfait arrive sur une nouvelle eSIM.
no-internet-because-broken = Le réseau signale un défaut sur cette eSIM. C’est rare, vous n’y êtes pour rien, et aucun réglage du téléphone ne le corrige.
# $word is the network’s own, in English.
no-internet-because-unexplained = Le réseau emploie le mot « { $word } », que nous ne connaissons pas. Nous allons demander ce qu’il veut dire.
no-internet-because-works = D’après le réseau, tout va bien : le forfait est en service. Le téléphone s’accroche peut-être à un réseau où il ne marche pas. Choisissez-en un autre à la main, puis redémarrez le téléphone.
# $left is “7.4 GB of 10 GB left”.
no-internet-because-works-with-figures = D’après le réseau, tout va bien ({ $left }). Le téléphone s’accroche peut-être à un réseau où le forfait ne marche pas. Choisissez-en un autre à la main, puis redémarrez le téléphone.
no-internet-because-data-gone = Il n’en reste rien. Une recharge marche aussitôt, sur cette même eSIM.
# $used is “10 GB of 10 GB used”.
no-internet-because-data-gone-with-figures = { $used }. Une recharge marche aussitôt, sur cette même eSIM.
no-internet-because-time-over = Il est terminé. Une recharge remet cette même eSIM en service.
# $end is a day and a time.
no-internet-because-time-over-on = Il s’est terminé le { $end }. Une recharge remet cette même eSIM en service.
no-internet-switches = Les quatre réglages
no-internet-networks = Choisir le réseau à la main
no-internet-networks-unknown = Le fournisseur n’indique aucun réseau pour ce forfait : essayez chacun de ceux que le téléphone affiche.
# Above a list of networks by country.
no-internet-networks-by-country = Ce forfait marche sur ces réseaux. Désactivez le choix automatique et prenez-en un du pays où vous êtes.
# Above a list of one to six networks.
no-internet-networks-these =
    { $n ->
        [one] Ce forfait marche sur ce réseau. Désactivez le choix automatique et prenez-le.
       *[other] Ce forfait marche sur ces réseaux. Désactivez le choix automatique et prenez l’un d’eux.
    }
no-internet-on-an-iphone = Où le trouver sur un iPhone
no-internet-on-an-iphone-how = Réglages → Données cellulaires → l’eSIM → Sélection du réseau. Désactivez Automatique, attendez la liste, touchez un des noms ci-dessus.
no-internet-on-android = Où le trouver sur un téléphone Android
no-internet-on-android-how = Paramètres → Réseau et Internet → Cartes SIM → l’eSIM : désactivez « Sélectionner automatiquement le réseau » et touchez un des noms. Sur un Samsung : Paramètres → Connexions → Réseaux mobiles → Opérateurs réseau.
no-internet-restart = Puis éteignez le téléphone et rallumez-le. Il lui faut une ou deux minutes pour trouver le réseau.
no-internet-still = Toujours rien ?
# $email is the shop’s; the number follows below the sentence.
no-internet-person = Écrivez à <a>{ $email }</a> ; quelqu’un vous lit. Dites où vous êtes et ce que le téléphone affiche, et donnez ce numéro :
no-internet-copy-iccid = Copier l’ICCID
no-internet-iccid = C’est le numéro de l’eSIM elle-même (ICCID), de la commande { $order }. N’envoyez jamais le code QR ni le code d’activation.

## Top up

topup-title = Recharger
topup-as-of = État : { $time }.
# A button. $data is “5 GB”, $days is “30 days”; the price follows.
topup-add = Ajouter <b>{ $data }</b> · { $days }
topup-add-unlimited = Ajouter <b>des données illimitées</b> · { $days }
topup-you-pay = Vous payez sur la page de Stripe ; nous ne voyons jamais votre carte. Si la recharge ne peut pas être ajoutée, le prix entier revient automatiquement.
topup-nothing-fits = Plus aucune recharge ne convient à cette eSIM
topup-nothing-fits-lead = Un nouveau forfait arrive sur une eSIM à part ; votre téléphone peut garder les deux.
topup-silent = Nous ne pouvons pas voir ce qui convient en ce moment
topup-silent-lead = Le réseau ne répond pas. Votre eSIM va bien, et rien n’a été débité. Réessayez dans une minute.
topup-try-again = Réessayer
topup-stopped = Les ventes sont suspendues un moment
topup-stopped-lead = Aucun achat n’est possible. Ce qui est sur votre eSIM n’est pas concerné. Revenez voir bientôt.
topup-look-again = Regarder à nouveau
topup-too-quick = C’était très rapide. Attendez une minute et appuyez de nouveau sur le bouton.
topup-no-longer-fits = Cette recharge ne peut plus être mise sur cette eSIM. Rien n’a été débité : ce qui convient maintenant est ci-dessous.
topup-price-changed = Le prix vient de changer. Rien n’a été débité : les nouveaux prix sont ci-dessous.
topup-cannot-deliver = Nous ne pouvons pas livrer en ce moment, donc nous ne vendons pas. Rien n’a été débité : revenez bientôt.
topup-no-payment-page = La page de paiement n’a pas pu s’ouvrir. Rien n’a été débité : appuyez de nouveau sur le bouton.
addon-activated-by-itself = Dès que les données de votre forfait actuel sont épuisées ou expirées, celles de votre recharge s’activent automatiquement.
addon-countdown = La durée de la recharge est comptée à partir du moment où vous commencez à utiliser ses données.
addon-no-reinstall = Vous n’avez ni à réinstaller l’eSIM ni à activer la recharge à la main.

## Give it back

give-back-title = Rendre
give-back-question = Rendre ?
# $plan is “Japan · 10 GB · 7 days”.
give-back-what = { $plan }, jamais utilisé.
give-back-what-and-when = { $plan }, acheté le { $day }, jamais utilisé.
give-back-you-paid = Vous avez payé
give-back-fee = Frais retenus
give-back-to-your-card = Revient sur votre carte
give-back-comes-back = Revient
give-back-network-reference = Référence du réseau
give-back-refund-reference = Référence du remboursement
give-back-ends-esim = Ce forfait prend fin aussitôt, et avec lui ce pour quoi cette eSIM a été achetée.
give-back-ends-add-on = Ce forfait prend fin aussitôt ; les autres forfaits de cette eSIM restent.
give-back-for-good-esim = C’est irréversible. Pour voyager tout de même, il faudrait acheter une nouvelle eSIM.
give-back-for-good-add-on = C’est irréversible. Pour voyager tout de même, il faudrait acheter une nouvelle recharge.
give-back-money = L’argent va sur la carte ou le compte utilisé pour payer. Les banques l’affichent en général sous 5 à 10 jours.
# A button. $back is an amount of money.
give-back-button = Rendre et recevoir { $back }
give-back-keep = Garder
give-back-not = Ceci ne peut pas être rendu
give-back-when = Quand l’argent revient
give-back-why-kept = Pourquoi : il a démarré avant de pouvoir être arrêté.
give-back-kept = Le forfait n’a pas été rendu
give-back-asked = Retour en cours
give-back-paid = Rendu et remboursé
give-back-another-way = Rendu ; l’argent est revenu autrement
give-back-needs-a-person = Rendu ; quelqu’un s’occupe du remboursement
give-back-on-its-way = Rendu. Votre argent est en route
give-back-lead-kept = Rien n’a été arrêté et aucun argent n’a bougé. Le forfait est à vous comme avant.
give-back-lead-asked = Nous l’arrêtons auprès du réseau. Ensuite, l’argent revient automatiquement ; vous pouvez fermer cette page.
give-back-lead-paid = Il est allé sur la carte ou le compte utilisé pour payer. Les banques l’affichent en général sous 5 à 10 jours.
give-back-lead-another-way = Nous avions déjà renvoyé l’argent de cette commande : il n’a pas été envoyé une seconde fois. La page de la commande l’indique.
give-back-lead-needs-a-person = Votre banque nous a renvoyé le remboursement. Quelqu’un a été prévenu ; vous n’avez rien à faire.
give-back-lead-on-its-way = Vous n’avez rien à faire. Les banques affichent en général un remboursement sous 5 à 10 jours.
# Stations on a line, one below the other; some have a short remark below them.
give-back-step-asked = Demandé par vous
give-back-step-kept = Gardé
give-back-step-ended = Arrêté auprès du réseau
# A remark.
give-back-step-about-to-be = imminent
give-back-step-money-back = Argent renvoyé
# A remark.
give-back-step-another-way = autrement
give-back-step-refund-returned = Remboursement revenu
# A remark.
give-back-step-a-person = quelqu’un s’en occupe
give-back-step-money-on-its-way = Argent en route
give-back-not-allowed = Cette boutique ne reprend rien une fois livré.
give-back-not-delivered = Ce n’est pas livré, ou déjà rendu.
give-back-started = Le forfait a démarré, et ce qui a démarré ne peut pas être rendu.
give-back-over = Le forfait est terminé : il n’y a plus rien à rendre.
give-back-too-late = Le délai pour le rendre est passé.
give-back-nothing-left = Les frais sont aussi élevés que ce que vous avez payé : rien ne reviendrait.
give-back-refunded = Son argent revient déjà.
give-back-held = Son paiement est en cours d’examen. D’ici la décision, rien ne peut être rendu.
give-back-another-amount = C’est un autre montant qui revient maintenant. Rien n’a été rendu : regardez-le et décidez à nouveau.
give-back-no-answer = Le réseau ne répond pas en ce moment. Rien n’a été rendu : appuyez de nouveau sur le bouton dans une minute.

## Start it now

start-name = Démarrer maintenant
start-now = Démarrer maintenant ?
start-asked = Démarrage en cours
start-started = Le forfait a démarré
start-kept = Le forfait n’a pas démarré
start-impossible = Impossible de démarrer ici
start-lead-now = Ce n’est pas nécessaire : il démarre automatiquement quand l’eSIM se connecte pour la première fois à un réseau à destination.
start-lead-asked = Nous le demandons au réseau. Vous pouvez fermer cette page.
start-lead-started = Ses jours comptent maintenant, où que vous soyez.
start-lead-kept = Le réseau ne l’a pas démarré. Il démarre automatiquement à la première connexion à destination.
start-lead-impossible = Il est terminé, rendu, ou cette boutique laisse le démarrage au réseau.
# $days is 0 where it is not known how many they are.
start-warning =
    { $days ->
        [0] <b>Ses jours commencent à compter aussitôt, où que vous soyez.</b> Il ne pourra plus être rendu.
        [one] <b>Son unique jour commence à compter aussitôt, où que vous soyez.</b> Il ne pourra plus être rendu.
       *[other] <b>Ses { $days } jours commencent à compter aussitôt, où que vous soyez.</b> Il ne pourra plus être rendu.
    }
# A button. $days is 0 where it is not known how many they are.
start-button =
    { $days ->
        [0] Démarrer ses jours maintenant
        [one] Démarrer son unique jour maintenant
       *[other] Démarrer ses { $days } jours maintenant
    }
start-not-yet = Pas encore
start-ends = Il se termine le { $end }.

## Parts of several pages

part-before-installing = <b>Cette eSIM ne peut être installée qu’une seule fois. Ne la supprimez pas de votre téléphone.</b> Ajoutez-la chez vous, avant le vol : certains pays bloquent les boutiques d’eSIM. Gardez un Wi-Fi stable jusqu’à la fin.
part-sign-in-email = Adresse e-mail
part-sign-in-button = M’envoyer un lien de connexion
part-copy = Copier
# For screen readers. $what is “activation code”, “APN”; where that needs another article or case, say “Copy: …”.
part-copy-what = Copier : { $what }
# For screen readers, before a station on the line of what has happened: “done: Paid”.
part-clock-done = fait :
part-clock-now = maintenant :
part-clock-failed = échec :
part-clock-later = plus tard :
# $time is “10:02:11”.
part-clock-time = { $time } UTC
part-as-of = État : { $time }. Le réseau compte avec un peu de retard.
part-as-of-stale = Le réseau n’a pas répondu à l’instant. Voici ses derniers chiffres connus : { $time }.
part-help = Aide
# The first link leads to the guides, the second opens a mail.
part-help-stuck = Bloqué ? Voyez les <a>guides</a>, ou écrivez à <a2>{ $email }</a2> ; quelqu’un vous lit.
