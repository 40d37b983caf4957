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
esim-on-a-phone = Installée, non démarrée
esim-in-use = En service
esim-plan-has-ended = Forfait terminé
esim-switched-off = Désactivée définitivement
esim-something-wrong = Problème détecté
esim-given-back = Annulée
# $word is the network’s own, in English.
esim-network-says = État signalé par le réseau : { $word }
esim-brief-not-installed = Ajoutez-la chez vous, avec un Wi-Fi stable, avant le vol. Cela prend deux minutes.
esim-brief-not-started = Rien d’autre à faire chez vous : elle démarre à sa première connexion à destination.
esim-brief-nothing-used = Elle s’est connectée à un réseau, mais aucune donnée n’a encore été utilisée.
esim-brief-use-unknown = Elle s’est connectée à un réseau à destination.
esim-brief-works = Tout fonctionne normalement.
esim-brief-add-on-waits = Le forfait précédent est terminé ; votre recharge démarre automatiquement.
esim-brief-data-gone = Toutes ses données sont consommées. Vous pouvez recharger cette eSIM.
esim-brief-time-over = Ses jours sont écoulés. Vous pouvez recharger cette eSIM.
esim-brief-nothing-to-add = Son forfait est terminé et ne peut pas être rechargé. Un nouveau forfait s’accompagne d’une nouvelle eSIM.
esim-brief-given-back = Vous l’avez annulée : elle ne fonctionne plus.
esim-brief-switched-off = Le réseau désactive une eSIM 60 jours après la fin de son dernier forfait.
esim-brief-broken = Le réseau signale une anomalie sur cette eSIM. C’est rare, et vous n’y êtes pour rien.
esim-brief-unexplained = Le réseau signale un état que nous ne connaissons pas. Écrivez-nous si l’eSIM ne fonctionne pas.

## A package (a plan on an eSIM): its state and figures

package-of-elsewhere = Un forfait qui n’a pas été acheté ici
package-given-back = Annulé
package-being-given-back = Annulation en cours
package-starting = Démarrage
package-waits = En attente de démarrage
package-in-use = En service
package-used-up = Épuisé
package-days-over = Jours écoulés
package-ended-by-hand = Arrêté manuellement
# In a ring, below “7.4 GB” or “4 days” in large letters. $all is “10 GB” or “7 days”.
package-of-all-left = sur { $all }
# $used and $all are “2.6 GB” and “10 GB”. No full stop: it stands in a table too.
package-used = { $used } sur { $all } utilisés
# $used and $all are “3 days” and “7 days”.
package-days-used = { $used } sur { $all } utilisés. Données illimitées : ce sont les jours qui sont comptés
# $all is “10 GB” or “7 days”. No full stop.
package-not-started = { $all }, non démarré
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
        [one] Dernier jour : le forfait se termine le { $end }.
       *[other] { $days } jours restants : le forfait se termine le { $end }.
    }
package-ended-on = Terminé le { $end }.

## One eSIM

my-esim-installed = Installée ✓
# $day is a date; the link fetches a file for the calendar.
my-esim-start-by = <b>À démarrer au plus tard le { $day }.</b> Ensuite, le forfait peut démarrer automatiquement et consommer ses jours, ou ne plus fonctionner. <a>Ajouter au calendrier</a>
my-esim-bought = Achetée
my-esim-how-a-top-up-works = Comment marche une recharge
my-esim-why-not-given-back = Pourquoi l’annulation n’a pas eu lieu
my-esim-see-the-refund = Voir le remboursement
my-esim-give-it-back = Annuler et être remboursé
my-esim-see-its-start = Voir le démarrage
my-esim-start-it-now = Démarrer maintenant
# A calendar’s entry. $plan is “Japan · 10 GB · 7 days”.
calendar-summary = Démarrer votre eSIM : { $plan }
calendar-how = Installez-la maintenant, tant que vous avez du Wi-Fi, et activez-la à destination. Après ce jour, le forfait peut démarrer automatiquement et consommer ses jours, ou ne plus fonctionner.

## All eSIMs of a traveller

my-esims-sign-out = Se déconnecter
my-esims-everywhere = Se déconnecter partout
my-esims-everywhere-why = Quelqu’un d’autre a pu utiliser un de vos appareils ? Cela vous déconnecte de tous les navigateurs ; aucun ne montrera vos achats tant que vous ne vous y reconnecterez pas.
my-esims-signed-in-as = Connecté : { $email }
my-esims-none = Pas encore d’eSIM
my-esims-none-lead = Ce que vous achetez avec cette adresse apparaît ici dès la livraison.
my-esims-find-a-plan = Trouver un forfait
my-esims-newest-first = Vos eSIM, les plus récentes d’abord
my-esims-start-by = À démarrer au plus tard le
my-esims-details = Détails
my-esims-install-or-start = Installer ou démarrer
my-esims-start-it = Démarrer
my-esims-what-is-left = Voir le solde

## What is left

left-title = Solde restant
left-use-unknown = Le réseau n’a pas indiqué combien a été utilisé.
# $plan is “Japan · 10 GB · 7 days”: the plan that follows the one in use.
left-next = Ensuite : { $plan }. Il démarre automatiquement quand celui-ci est épuisé ou terminé.
left-no-plan = Le réseau n’a encore signalé aucun forfait sur cette eSIM.
left-top-up = Recharger
left-no-internet = Pas d’internet ?
left-others = Aussi sur cette eSIM

## Installing and starting, on the eSIM’s page and the order’s

setup-install = Installer votre eSIM
setup-already-on-a-phone = <b>Cette eSIM est déjà sur un téléphone.</b> Son code a servi : elle ne peut pas être réinstallée.
setup-show-codes-again = Afficher à nouveau son code QR et ses codes
# 02 is the next part of the page.
setup-installed-already = Déjà installée ? Si elle apparaît comme deuxième ligne dans les réglages, passez à l’étape 02.
setup-sheet = Fiche d’installation à imprimer
setup-start = Démarrer votre eSIM
setup-has-started = <b>Elle a démarré.</b> Les quatre réglages sont ci-dessous, au cas où l’un aurait changé.
setup-show-switches = Afficher les quatre réglages
starting-picture = Les deux lignes telles qu’elles doivent être à l’atterrissage.
starting-when = À l’atterrissage, dans les réglages du téléphone :
starting-turn-on-iphone = <b>Activez l’eSIM.</b> Réglages → Données cellulaires → votre eSIM.
starting-turn-on-android = <b>Activez l’eSIM.</b> Paramètres → Réseau et Internet → Cartes SIM → votre eSIM.
starting-roaming = <b>Activez-y les données à l’étranger.</b> Sans cela, l’eSIM n’a pas Internet en voyage ; c’est compris dans votre forfait.
starting-data = <b>Choisissez-la pour les données cellulaires.</b> « Principal » reste la ligne des appels et des messages.
# $apn is a code that is typed in.
starting-apn = <b>Renseignez l’APN si le forfait le demande.</b> Pour ce forfait : <code>{ $apn }</code>.
starting-apn-unknown = <b>Renseignez l’APN si le forfait le demande.</b> Le téléphone le règle en général automatiquement ; s’il n’y a pas d’internet, essayez <code>{ $apn }</code>.
starting-home-line = <b>Laissez les données à l’étranger désactivées sur votre ligne habituelle.</b> Votre opérateur les facture, et cette eSIM ne peut pas l’éviter.
installing-title = Pendant l’installation
installing-rename = Renommez la ligne, p. ex. « eSIM », pour la distinguer de la vôtre.
installing-primary = Gardez « Principal » pour les appels et les messages.
installing-switching = Désactivez « Autoriser le changement de données cellulaires ».
installing-iphone = Installer manuellement sur un iPhone
installing-iphone-how = Réglages → Données cellulaires → Ajouter une eSIM → Utiliser un code QR. Scannez-le, ou choisissez « Saisir les détails manuellement » et collez l’adresse SM-DP+ et le code d’activation.
installing-android = Installer manuellement sur un téléphone Android
installing-android-how = Paramètres → Réseau et Internet → Cartes SIM → Ajouter une carte SIM → Configurer une eSIM. Sur un Samsung : Paramètres → Connexions → Gestionnaire SIM → Ajouter une eSIM. Scannez le code QR, ou choisissez de saisir le code et collez le code complet (LPA).
installing-fails = Elle ne s’installe pas
# What stands in quotation marks are the phone’s own messages. $code is *#06#.
installing-fails-why = « Impossible d’ajouter les forfaits cellulaires de cet opérateur » (“Cellular plans from this carrier cannot be added”) : le téléphone est bloqué par un opérateur ; demandez-lui de le débloquer. « Impossible de terminer le changement de forfait cellulaire » (“Cellular change could not be completed”) : le code a déjà servi ; regardez dans les réglages du téléphone, l’eSIM y est peut-être. Aucun menu eSIM : composez le <code>{ $code }</code> ; si aucun EID ne s’affiche, le téléphone n’est pas compatible eSIM.

## The picture of a phone’s settings: short, in the phone’s own words

phone-picture = Réglages du téléphone : l’eSIM est activée et sert de ligne pour les données cellulaires, données à l’étranger activées ; la ligne principale garde les appels, données à l’étranger désactivées
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
sheet-title = Feuille d’installation : { $plan }
sheet-name = Feuille d’installation
sheet-print = Imprimer cette feuille
# In a line of its own, behind the shop’s name.
sheet-order = commande { $number }
# Behind it.
sheet-start-by = à démarrer au plus tard le { $day }
sheet-once = <b>Cette eSIM ne peut être installée qu’une seule fois. Ne la supprimez pas de votre téléphone.</b> Ajoutez-la chez vous, avec un Wi-Fi stable. Quiconque a cette feuille peut l’installer : gardez-la pour vous.
sheet-qr = Code QR qui installe votre eSIM
sheet-smdp-address = Adresse SM-DP+
sheet-activation-code = Code d’activation
sheet-both = Code complet (LPA), pour Android
sheet-install = Installer, chez vous
sheet-iphone = iPhone
sheet-iphone-how = Réglages → Données cellulaires → Ajouter une eSIM → Utiliser un code QR. Scannez le code, ou choisissez « Saisir les détails manuellement ». Renommez la ligne « eSIM », gardez « Principal » pour les appels et les messages, désactivez « Autoriser le changement de données cellulaires ».
sheet-android = Android
sheet-android-how = Paramètres → Réseau et Internet → Cartes SIM → Ajouter une carte SIM → Configurer une eSIM. Samsung : Paramètres → Connexions → Gestionnaire SIM → Ajouter une eSIM. Scannez le code, ou saisissez le code complet (LPA). Gardez votre SIM pour les appels et les messages.
sheet-start = Démarrer, à l’atterrissage
sheet-turn-on = <b>Activez l’eSIM.</b>
sheet-roaming = <b>Activez les données à l’étranger pour elle,</b> et laissez-les désactivées sur votre ligne habituelle.
sheet-data = <b>Choisissez-la pour les données cellulaires.</b>
# $apn is a code that is typed in.
sheet-apn = <b>Renseignez l’APN si le forfait le demande :</b> <code>{ $apn }</code>.
sheet-apn-unknown = <b>Renseignez l’APN si le forfait le demande :</b> le plus souvent, non ; s’il n’y a pas d’internet, essayez <code>{ $apn }</code>.
# $names are networks: “Docomo, SoftBank”.
sheet-networks = Pas d’internet ? Réseaux à choisir manuellement : { $names }.
sheet-networks-and-others = Pas d’internet ? Réseaux à choisir manuellement : { $names } et d’autres.
sheet-networks-unknown = Pas d’internet ? Réseaux à choisir manuellement : non précisé.
sheet-person = Une question ? { $email }

## No internet?

no-internet-title = Pas d’internet ?
no-internet-next-step = Pas d’internet ? Prochaine étape
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
no-internet-pick-a-network = Choisissez un réseau manuellement
no-internet-add-on-starts = Votre recharge démarre automatiquement
no-internet-data-is-used-up = Vos données sont épuisées
no-internet-days-are-over = Les jours du forfait sont écoulés
no-internet-plan-is-over = Le forfait est terminé
no-internet-given-back = Ce forfait a été annulé
no-internet-switched-off = Cette eSIM est désactivée définitivement
no-internet-contact = Écrivez-nous
no-internet-because-not-installed = Le réseau n’a encore détecté cette eSIM sur aucun téléphone. Le vôtre l’affiche déjà comme deuxième ligne ? Alors le réseau a simplement du retard : continuez avec les quatre réglages ci-dessous.
no-internet-because-not-started = L’eSIM est en ordre et son forfait attend : elle ne s’est pas encore connectée à destination. Ces quatre réglages y remédieront.
no-internet-because-nothing-used = Le forfait a démarré, mais aucune donnée n’a été utilisée. C’est presque toujours ce réglage, ou le téléphone utilise encore l’autre ligne pour les données.
no-internet-because-use-unknown = Le forfait a démarré, mais le réseau n’a pas indiqué combien a été utilisé. C’est presque toujours ce réglage.
no-internet-because-add-on-waits = Le forfait précédent est terminé. Laissez une minute au téléphone, données à l’étranger activées ; le réseau démarre alors votre recharge. Vous n’avez rien à installer ni à activer.
no-internet-because-nothing-to-add = Son forfait est terminé, et aucune recharge n’est disponible pour cette eSIM. Un nouveau forfait s’accompagne d’une nouvelle eSIM ; votre téléphone peut garder les deux.
no-internet-because-given-back = Il a pris fin quand vous l’avez annulé : aucun réglage du téléphone ne le rétablira. Un nouveau forfait s’accompagne d’une nouvelle eSIM.
no-internet-because-switched-off = Le réseau le fait 60 jours après la fin du dernier forfait d’une eSIM. Un nouveau forfait s’accompagne d’une nouvelle eSIM.
no-internet-because-broken = Le réseau signale une anomalie sur cette eSIM. C’est rare, vous n’y êtes pour rien, et aucun réglage du téléphone ne la corrigera.
# $word is the network’s own, in English.
no-internet-because-unexplained = Le réseau signale l’état « { $word } », que nous ne connaissons pas. Nous allons nous renseigner.
no-internet-because-works = Côté réseau, tout va bien : le forfait est actif. Le téléphone est peut-être resté sur un réseau où il ne fonctionne pas. Choisissez-en un autre manuellement, puis redémarrez le téléphone.
# $left is “7.4 GB of 10 GB left”.
no-internet-because-works-with-figures = Côté réseau, tout va bien ({ $left }). Le téléphone est peut-être resté sur un réseau où le forfait ne fonctionne pas. Choisissez-en un autre manuellement, puis redémarrez le téléphone.
no-internet-because-data-gone = Il ne reste plus de données. Une recharge fonctionne aussitôt, sur cette même eSIM.
# $used is “10 GB of 10 GB used”.
no-internet-because-data-gone-with-figures = { $used }. Une recharge fonctionne aussitôt, sur cette même eSIM.
no-internet-because-time-over = Il est terminé. Une recharge remet cette même eSIM en service.
# $end is a day and a time.
no-internet-because-time-over-on = Il s’est terminé le { $end }. Une recharge remet cette même eSIM en service.
no-internet-switches = Les quatre réglages
no-internet-networks = Choisir le réseau manuellement
no-internet-networks-unknown = Nous n’avons pas la liste des réseaux de ce forfait : essayez chacun de ceux que le téléphone affiche.
# Above a list of networks by country.
no-internet-networks-by-country = Ce forfait fonctionne sur les réseaux ci-dessous. Désactivez la sélection automatique et choisissez-en un du pays où vous êtes.
# Above a list of one to six networks.
no-internet-networks-these =
    { $n ->
        [one] Ce forfait fonctionne sur ce réseau. Désactivez la sélection automatique et choisissez-le.
       *[other] Ce forfait fonctionne sur ces réseaux. Désactivez la sélection automatique et choisissez l’un d’eux.
    }
no-internet-on-an-iphone = Où le trouver sur un iPhone
no-internet-on-an-iphone-how = Réglages → Données cellulaires → votre eSIM → Sélection du réseau. Désactivez Automatique, attendez la liste, puis touchez un des réseaux ci-dessus.
no-internet-on-android = Où le trouver sur un téléphone Android
no-internet-on-android-how = Paramètres → Réseau et Internet → Cartes SIM → votre eSIM : désactivez « Sélectionner automatiquement le réseau » et touchez un des réseaux. Sur un Samsung : Paramètres → Connexions → Réseaux mobiles → Opérateurs réseau.
no-internet-restart = Redémarrez ensuite le téléphone. Il lui faut une ou deux minutes pour trouver le réseau.
no-internet-still = Toujours rien ?
# $email is the shop’s; the number follows below the sentence.
no-internet-person = Écrivez à <a>{ $email }</a>. Dites où vous êtes et ce que le téléphone affiche, et donnez ce numéro :
no-internet-copy-iccid = Copier l’ICCID
no-internet-iccid = C’est le numéro de cette eSIM (ICCID), de la commande { $order }. N’envoyez jamais le code QR ni le code d’activation.

## Top up

topup-title = Recharger
# A button. $data is “5 GB”, $days is “30 days”; the price follows.
topup-add = Ajouter <b>{ $data }</b> · { $days }
topup-add-unlimited = Ajouter <b>des données illimitées</b> · { $days }
topup-you-pay = Vous payez sur la page de Stripe ; nous ne voyons jamais votre carte. Si la recharge ne peut pas être ajoutée, vous êtes remboursé intégralement et automatiquement.
topup-nothing-fits = Aucune recharge disponible pour cette eSIM
topup-nothing-fits-lead = Un nouveau forfait s’accompagne d’une eSIM à part ; votre téléphone peut garder les deux.
topup-silent = Impossible d’afficher les recharges pour le moment
topup-silent-lead = Le réseau ne répond pas. Votre eSIM n’a aucun problème et rien n’a été débité. Réessayez dans une minute.
topup-try-again = Réessayer
topup-stopped = Les ventes sont suspendues quelques instants
topup-stopped-lead = Aucun achat n’est possible. Votre eSIM n’est pas concernée. Revenez bientôt.
topup-look-again = Vérifier à nouveau
topup-too-quick = Trop de tentatives. Patientez une minute, puis réessayez.
topup-no-longer-fits = Cette recharge n’est plus disponible pour cette eSIM. Rien n’a été débité. Les recharges actuelles sont ci-dessous.
topup-price-changed = Le prix vient de changer. Rien n’a été débité. Les nouveaux prix sont ci-dessous.
topup-cannot-deliver = Nous ne pouvons pas livrer en ce moment ; les ventes sont suspendues. Rien n’a été débité : revenez bientôt.
topup-no-payment-page = La page de paiement n’a pas pu s’ouvrir. Rien n’a été débité. Réessayez.
addon-activated-by-itself = Dès que les données de votre forfait actuel sont épuisées ou expirées, celles de votre recharge s’activent automatiquement.
addon-countdown = La durée de la recharge est comptée à partir du moment où vous commencez à utiliser ses données.
addon-no-reinstall = Vous n’avez ni à réinstaller l’eSIM ni à activer la recharge manuellement.

## Give it back

give-back-title = Annuler et être remboursé
give-back-question = Annuler ce forfait et être remboursé ?
# $plan is “Japan · 10 GB · 7 days”.
give-back-what = { $plan }, jamais utilisé.
give-back-what-and-when = { $plan }, acheté le { $day }, jamais utilisé.
give-back-you-paid = Vous avez payé
give-back-fee = Frais
give-back-to-your-card = Remboursé sur votre carte
give-back-comes-back = Montant remboursé
give-back-network-reference = Référence du réseau
give-back-refund-reference = Référence du remboursement
give-back-ends-esim = Ce forfait prend fin aussitôt, et cette eSIM ne fonctionnera plus.
give-back-ends-add-on = Ce forfait prend fin aussitôt ; les autres forfaits de cette eSIM restent.
give-back-for-good-esim = C’est irréversible. Si vous partez tout de même, il faudra acheter une nouvelle eSIM.
give-back-for-good-add-on = C’est irréversible. Si vous partez tout de même, il faudra acheter une nouvelle recharge.
give-back-money = Le remboursement est versé sur la carte ou le compte utilisé pour payer. Il apparaît en général sous 5 à 10 jours.
# A button. $back is an amount of money.
give-back-button = Annuler et récupérer { $back }
give-back-keep = Le garder
give-back-not = Annulation impossible
give-back-when = Quand vous êtes remboursé
give-back-why-kept = Pourquoi : le forfait avait déjà démarré avant de pouvoir être annulé.
give-back-kept = Le forfait n’a pas été annulé
give-back-asked = Annulation en cours
give-back-paid = Annulé et remboursé
give-back-another-way = Annulé ; déjà remboursé
give-back-needs-a-person = Annulé ; nous nous occupons du remboursement
give-back-on-its-way = Annulé. Votre remboursement est en route
give-back-lead-kept = Rien n’a été annulé ni remboursé. Vous gardez le forfait.
give-back-lead-asked = Nous l’annulons auprès du réseau, puis vous êtes remboursé automatiquement. Vous pouvez fermer cette page.
give-back-lead-paid = Le remboursement a été envoyé sur la carte ou le compte utilisé pour payer. Il apparaît en général sous 5 à 10 jours.
give-back-lead-another-way = Nous avions déjà remboursé cette commande : elle n’est pas remboursée deux fois. La page de la commande l’indique.
give-back-lead-needs-a-person = Votre banque nous a renvoyé le remboursement. Notre équipe est prévenue ; vous n’avez rien à faire.
give-back-lead-on-its-way = Vous n’avez rien à faire. Un remboursement apparaît en général sous 5 à 10 jours.
# Stations on a line, one below the other; some have a short remark below them.
give-back-step-asked = Demandée
give-back-step-kept = Non annulé
give-back-step-ended = Annulé auprès du réseau
# A remark.
give-back-step-about-to-be = en cours
give-back-step-money-back = Remboursé
# A remark.
give-back-step-another-way = déjà remboursé
give-back-step-refund-returned = Remboursement rejeté
# A remark.
give-back-step-a-person = nous nous en occupons
give-back-step-money-on-its-way = Remboursement en route
give-back-not-allowed = Cette boutique n’annule plus un forfait une fois livré.
give-back-not-delivered = Il n’est pas livré, ou déjà annulé.
give-back-started = Le forfait a déjà démarré : il ne peut plus être annulé.
give-back-over = Le forfait est terminé : il n’y a plus rien à annuler.
give-back-too-late = Le délai pour l’annuler est passé.
give-back-nothing-left = Les frais sont aussi élevés que le prix payé : il n’y aurait rien à rembourser.
give-back-refunded = Il est déjà en cours de remboursement.
give-back-held = Son paiement est en cours d’examen. D’ici là, rien ne peut être annulé.
give-back-another-amount = Le montant du remboursement a changé. Rien n’a encore été annulé : vérifiez le montant et confirmez à nouveau.
give-back-no-answer = Le réseau ne répond pas. Rien n’a été annulé. Réessayez dans une minute.

## Start it now

start-name = Démarrer maintenant
start-now = Démarrer maintenant ?
start-asked = Démarrage en cours
start-started = Le forfait a démarré
start-kept = Le forfait n’a pas démarré
start-impossible = Impossible de démarrer ici
start-lead-now = Ce n’est pas nécessaire : il démarre automatiquement à la première connexion à destination.
start-lead-asked = Nous avons demandé le démarrage au réseau. Vous pouvez fermer cette page.
start-lead-started = Ses jours comptent maintenant, où que vous soyez.
start-lead-kept = Le réseau ne l’a pas démarré. Il démarre automatiquement à la première connexion à destination.
start-lead-impossible = Il est terminé ou annulé, ou cette boutique laisse le démarrage au réseau.
# $days is 0 where it is not known how many they are.
start-warning =
    { $days ->
        [0] <b>Ses jours commencent à compter aussitôt, où que vous soyez.</b> Il ne pourra plus être annulé.
        [one] <b>Son unique jour commence à compter aussitôt, où que vous soyez.</b> Il ne pourra plus être annulé.
       *[other] <b>Ses { $days } jours commencent à compter aussitôt, où que vous soyez.</b> Il ne pourra plus être annulé.
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

part-before-installing = <b>Cette eSIM ne peut être installée qu’une seule fois. Ne la supprimez pas de votre téléphone.</b> Ajoutez-la chez vous, avant le vol : certains pays bloquent les boutiques d’eSIM. Gardez un Wi-Fi stable jusqu’à la fin.
part-sign-in-email = Adresse e-mail
part-sign-in-button = M’envoyer un lien de connexion
part-copy = Copier
# For screen readers. $what is “activation code”, “APN”; where that needs another article or case, say “Copy: …”.
part-copy-what = Copier : { $what }
# For screen readers, before a station on the line of what has happened: “done: Paid”.
part-clock-done = fait :
part-clock-now = maintenant :
part-clock-failed = échec :
part-clock-later = plus tard :
part-as-of = Mis à jour : { $ago }. Le réseau transmet la consommation avec un léger décalage.
part-as-of-stale = Le réseau n’a pas répondu à l’instant. Voici ses derniers chiffres connus ({ $ago }).
part-help = Aide
# The first link leads to the guides, the second opens a mail.
part-help-stuck = Bloqué ? Consultez les <a>guides</a> ou écrivez à <a2>{ $email }</a2>.
## Ce que dit d’abord la page de l’eSIM, et les trois interrupteurs

living-waiting = Tout est prêt pour votre voyage
living-landed = Arrivé ? Trois interrupteurs
living-low = Bientôt épuisé : il reste { $left }
living-pace-enough = À votre rythme : assez jusqu’au bout
living-pace-today = À votre rythme : épuisé aujourd’hui
living-pace-tomorrow = À votre rythme : jusqu’à demain
living-pace-weekday = À votre rythme : jusqu’à { $day }
living-pace-day = À votre rythme : jusqu’au { $day }
living-connects = La connexion se fait en une minute ou deux.
living-connects-to = La connexion se fait en une minute ou deux, sur { $networks }.
living-connects-to-many = La connexion se fait en une minute ou deux, sur l’un des réseaux disponibles.
living-buy-again = Racheter ce forfait
living-feedback = Comment cela s’est-il passé ? <a>Dites-le-nous en une ligne.</a>
living-switch-line = Activez cette eSIM
living-switch-roaming = Ses données à l’étranger : activées
living-switch-home = Données à l’étranger de votre ligne habituelle : désactivées
part-updated = mis à jour : { $ago }
## Le fichier gardé sur le téléphone

keep-link = Garder sur ce téléphone
keep-file = Enregistrer dans un fichier
keep-once = <b>Cette eSIM ne peut être installée qu’une seule fois. Ne la supprimez pas de votre téléphone.</b> Ce fichier fonctionne sans Internet. Quiconque l’a peut installer l’eSIM : gardez-le pour vous.
