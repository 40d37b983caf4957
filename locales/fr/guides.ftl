# Names of settings are those that phones of this language show.

## The guides for each phone

help-samsung = Installer sur Samsung Galaxy
help-samsung-about = One UI, étape par étape
samsung-description = Installer et démarrer une eSIM de voyage sur un Samsung Galaxy, étape par étape, avec les noms de One UI.
help-pixel = Installer sur Google Pixel
help-pixel-about = Android d’origine
pixel-description = Installer et démarrer une eSIM de voyage sur un Google Pixel, étape par étape, avec les noms de ses paramètres.
help-android = Installer sur un autre téléphone Android
help-android-about = Xiaomi, Motorola, Oppo, Honor et autres
android-description = Installer et démarrer une eSIM de voyage sur Xiaomi, Motorola, Oppo, OnePlus, Honor, Sony et d’autres téléphones Android.
guide-shield = <b>L’itinérance des données reste désactivée sur votre ligne habituelle.</b> Seule l’eSIM l’utilise : votre opérateur n’a donc aucune donnée à facturer.
guide-another = Un autre téléphone ?

## Phone settings, drawn: as One UI and Pixel call them

draw-sim-manager = Gestionnaire SIM
draw-calls = Appels
draw-messages = Messages
draw-mobile-data = Données mobiles
draw-mobile-networks = Réseaux mobiles
draw-s-roaming = Itinérance des données
draw-apns = Noms des points d’accès
draw-use-sim = Utiliser la SIM
draw-p-roaming = Itinérance

## Install on Samsung Galaxy

samsung-primary = <b>Gardez votre SIM pour les appels et les messages :</b> Paramètres → Connexions → Gestionnaire SIM → Appels et Messages.
samsung-drawn-sims = Dessin du Gestionnaire SIM : les deux lignes sont activées ; appels et messages restent sur la SIM habituelle, les données mobiles passent par l’eSIM
samsung-on = <b>Activez l’eSIM :</b> Paramètres → Connexions → Gestionnaire SIM, l’interrupteur à côté d’elle.
samsung-roaming = <b>Activez l’itinérance des données,</b> pour l’eSIM seulement : Paramètres → Connexions → Réseaux mobiles → Itinérance des données.
samsung-data = <b>Choisissez-la pour les données mobiles :</b> Gestionnaire SIM → Données mobiles → eSIM.
samsung-apn = <b>Renseignez l’APN si le forfait le demande,</b> p. ex. <code>data.esim</code> : Réseaux mobiles → Noms des points d’accès → Ajouter. La page de votre commande le précise.
samsung-drawn-roaming = Dessin de Réseaux mobiles : l’itinérance des données est activée pour l’eSIM et désactivée pour la SIM habituelle

## Install on Google Pixel

pixel-primary = <b>Gardez votre SIM pour les appels et les SMS :</b> quand le téléphone demande quelle SIM utiliser, choisissez la vôtre.
pixel-drawn-sims = Dessin de la page Cartes SIM : la SIM habituelle garde appels et messages, l’eSIM a les données mobiles
pixel-on = <b>Activez l’eSIM :</b> Paramètres → Réseau et Internet → Cartes SIM → eSIM → Utiliser la SIM.
pixel-roaming = <b>Activez l’itinérance</b> sur la même page. Sur celle de votre SIM habituelle, laissez-la désactivée.
pixel-data = <b>Activez-y aussi les données mobiles,</b> pour qu’elles passent par l’eSIM.
pixel-apn = <b>Renseignez l’APN si le forfait le demande,</b> p. ex. <code>data.esim</code> : eSIM → Noms des points d’accès → +. La page de votre commande le précise.
pixel-drawn-roaming = Dessin de la page de l’eSIM sur un Pixel : Utiliser la SIM, Données mobiles et Itinérance sont activées

## Install on another Android phone

android-switching = <b>Désactivez le changement automatique de données,</b> pour que le téléphone ne se rabatte pas sur votre ligne (sur iPhone : « Autoriser le changement de données cellulaires »).
android-like-pixel = Motorola, Sony, Nothing, Fairphone : presque comme sur un <a>Pixel</a>.
android-xiaomi = Xiaomi : <b>Paramètres → Cartes SIM et réseaux mobiles → Gérer l’eSIM.</b>
android-oppo = Oppo, OnePlus : <b>Paramètres → Réseau mobile → SIM et eSIM → Ajouter une eSIM.</b>
android-honor = Honor : <b>Paramètres → Réseau mobile → Gestion SIM → Ajouter une eSIM.</b>

## What phones say

trouble-not-supported = « SIM non prise en charge » (“SIM Not Supported”) · « SIM non valide » (“SIM Not Valid”) · “Network-locked SIM card inserted”
trouble-not-supported-text = Le téléphone est bloqué par l’opérateur qui l’a vendu. Demandez-lui de le débloquer ; ensuite, rien n’est à réinstaller.
trouble-full = « Impossible d’ajouter d’autres eSIM », ou le téléphone est plein
trouble-full-text = Un téléphone garde plusieurs eSIM, souvent de cinq à dix, dont deux activées à la fois. Supprimez-en une d’un ancien voyage, jamais une dont vous avez encore besoin.
trouble-registered = « Non enregistré sur le réseau » (“Not registered on network”) · « Réseau mobile non disponible » (“Mobile network not available”)
trouble-registered-text = Activez l’itinérance des données pour l’eSIM, puis laissez le téléphone chercher à nouveau : <b>Opérateurs réseau → Sélection automatique,</b> et le mode avion activé puis désactivé. Jusqu’à dix minutes après l’atterrissage, c’est normal.
trouble-subscribed = « Impossible d’activer le réseau de données cellulaires » (“Could not activate cellular data network”)
trouble-subscribed-text = L’APN manque, ou les données passent par une autre ligne. Choisissez l’eSIM pour les données et réglez son APN comme l’indique la page de votre commande, p. ex. <code>data.esim</code>.

## Which phones take an eSIM, and which of these do not

devices-apple = iPhone XS, XS Max, XR (2018) et tous les suivants ; SE à partir de la deuxième génération ; les iPhone à partir du 14 achetés aux États-Unis n’acceptent que des eSIM
devices-apple-not = achetés en Chine continentale ; à Hong Kong et Macao, certains à deux SIM physiques
devices-samsung = Galaxy S20, Note20 et ultérieurs ; Z Flip et Z Fold ; A35, A54, A55, A56 ; XCover7
devices-samsung-not = S20 FE ; S20, Note20 et premiers pliants vendus aux États-Unis ou à Hong Kong ; modèles pour la Chine continentale ; modèles pour la Corée d’avant 2022
devices-google-not = Pixel 3 vendus en Australie, au Japon ou à Taïwan ; Pixel 3 et 3a de certains opérateurs
devices-xiaomi = 12T Pro, séries 13, 14 et 15 et leurs modèles T
devices-xiaomi-not = modèles pour la Chine continentale ; la plupart des Redmi et Poco
devices-motorola = Razr 2019 et ultérieurs ; Edge 40, Edge 50 et ultérieurs ; certains Moto G
devices-motorola-not = la plupart des autres Moto G et E
devices-oppo = Oppo Find X3 Pro, X5, X8, Find N ; OnePlus 11, 12, 13, Open
devices-oppo-not = modèles pour la Chine continentale
devices-honor = Magic4 Pro et Magic Pro ultérieurs ; 90, 200, 400
devices-honor-not = modèles pour la Chine continentale
devices-sony = Xperia 1 IV, 5 IV, 10 III Lite, 10 IV et ultérieurs
devices-sony-not = modèles pour Hong Kong, Taïwan et la Chine continentale
devices-huawei = P40, P40 Pro, Mate 40 Pro
devices-huawei-not = P40 Pro+ ; modèles pour la Chine continentale
devices-small = Fairphone 4 et ultérieurs ; Nothing Phone (3)
devices-small-not = Nothing Phone (1) et (2)
devices-others-from = de nombreux téléphones récents
