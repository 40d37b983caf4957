# Names of settings are those that phones of this language show.

## Phone settings, drawn: short words

draw-cellular = Données cellulaires
draw-cellular-data = Données cellulaires
draw-sims = SIM
draw-primary = Principal
draw-primary-on = Activée · appels et messages
draw-esim-on = Activée · données en voyage
draw-add-esim = Ajouter une eSIM
draw-turn-on = Activer cette ligne
draw-label = Étiquette
draw-roaming = Données à l’étranger
draw-on-primary = Sur la ligne « Principal »
draw-roaming-off = Reste désactivé
draw-home = SIM 1 · maison
draw-home-for = Appels, messages
draw-travel = eSIM · voyage
draw-travel-for = Données, itinérance activée
draw-add-sim = + Ajouter une SIM
draw-preferred = Préférée pour
draw-calls-by = Appels : SIM 1
draw-data-by = Données : eSIM

## On every guide

guide-once = <b>Cette eSIM ne peut être installée qu’une seule fois. Ne la supprimez pas de votre téléphone.</b> La supprimer l’efface pour de bon, et elle ne peut pas être réinstallée.
guide-home = Installez-la chez vous, avant le vol, avec un Wi-Fi stable. Certains pays bloquent les sites des boutiques d’eSIM.
guide-phone = Le téléphone doit être débloqué et compatible eSIM : composez le <code>*#06#</code> ; si un EID s’affiche, il l’est.
guide-stuck = Toujours bloqué ?
guide-write = Écrivez à <a>{ $email }</a> avec votre numéro de commande et le message exact du téléphone. N’envoyez jamais le code QR ni le code d’activation : quiconque le possède peut installer votre eSIM.
guide-install = Installer votre eSIM
guide-start = Démarrer votre eSIM
guide-at-destination = À destination :
abroad-title = Déjà à l’étranger ? Utilisez le Wi-Fi de l’aéroport
abroad-lead = L’eSIM se télécharge une seule fois, et il faut pour cela une connexion : environ deux minutes de Wi-Fi. Laissez désactivées les données à l’étranger de votre ligne habituelle.
abroad-join = Connectez-vous au Wi-Fi de l’aéroport, de l’hôtel ou d’un café. S’il demande de s’identifier et qu’aucune page ne s’affiche, ouvrez n’importe quel site dans le navigateur.
abroad-install = Installez l’eSIM depuis cette page et restez sur ce Wi-Fi jusqu’à ce que le téléphone indique qu’elle est ajoutée.
abroad-install-guide = Ouvrez sur le téléphone la page de votre commande, depuis notre e-mail ou sous <a>Mes eSIM</a>, et installez l’eSIM. Restez sur ce Wi-Fi jusqu’à ce que le téléphone indique qu’elle est ajoutée.
abroad-blocked = Cela ne marche pas ? Désactivez tout VPN, puis essayez un autre réseau ou le partage de connexion d’une personne qui voyage avec vous : certains réseaux bloquent le téléchargement.
abroad-roaming = Aucun Wi-Fi ? Les données à l’étranger de votre ligne habituelle permettent aussi de la télécharger, au tarif de votre opérateur. Désactivez-les dès que l’eSIM est installée.
abroad-start = Démarrez ensuite l’eSIM : activez-la, activez ses données à l’étranger et utilisez-la pour les données mobiles. Dès lors, plus besoin de Wi-Fi.

## Help

help-title = Aide
help-description = Comment installer et démarrer votre eSIM, et que faire quand quelque chose ne marche pas.
help-lead = Deux choses à faire : l’installer chez vous, la démarrer à l’atterrissage.
help-iphone = Installer sur iPhone
help-iphone-about = iOS, étape par étape
help-trouble = Dépannage
help-trouble-about = ce que dit le téléphone, que faire
help-devices-about = à vérifier en dix secondes
help-data-about = léger, quotidien, intense, avec les sources
help-mine-about = solde, recharges, le code QR à nouveau
help-refunds-about = quand vous êtes remboursé
help-asked = Questions fréquentes
help-paid = J’ai payé. Où est mon eSIM ?
help-paid-text = Sur la page où vous êtes revenu après le paiement, et dans votre e-mail. Les deux affichent le code QR dès qu’il est prêt. Page fermée ? Connectez-vous à <a>Mes eSIM</a> avec l’adresse utilisée pour payer. Si nous ne pouvons pas livrer, vous êtes remboursé automatiquement.
help-same-phone = Le code QR est sur le téléphone qui doit le scanner
help-same-phone-text = Ouvrez la page de votre commande sur ce téléphone : elle propose l’installation directe. Sinon, saisissez l’adresse SM-DP+ et le code d’activation ; les deux sont sous le code QR, avec un bouton pour les copier.
help-days-text = Quand l’eSIM se connecte pour la première fois à un réseau à destination. Commencez dans les 60 jours suivant l’achat : ensuite, elle peut démarrer automatiquement ou ne plus fonctionner.
help-not-travelled = Finalement, je n’ai pas voyagé
help-not-travelled-text = Vous pouvez annuler vous-même un forfait non utilisé : ouvrez l’eSIM dans <a>Mes eSIM</a> et touchez « Annuler et être remboursé ». Le montant s’affiche avant que vous ne confirmiez. <a2>Remboursements</a2>
help-charged = Mon opérateur va-t-il me facturer ?
help-charged-text = Non, si les données à l’étranger et « Autoriser le changement de données cellulaires » sont désactivés sur votre ligne. Les appels que vous prenez et les SMS que vous envoyez sur votre ligne sont facturés au tarif de votre opérateur.
help-more = Il me faut plus de données
help-more-text = Connectez-vous à <a>Mes eSIM</a>, ouvrez l’eSIM et touchez « Recharger » : les données s’ajoutent à la même eSIM, sans rien réinstaller. Si aucune recharge n’est disponible, un nouveau forfait s’accompagne d’une eSIM à part ; votre téléphone peut garder les deux.
help-address = Je me suis trompé d’adresse e-mail
help-address-text = Le code QR reste sur la page de votre commande, dans le navigateur utilisé pour l’achat. Écrivez à <a>{ $email }</a> avec le numéro de commande pour faire changer l’adresse.

## Install on iPhone

iphone-description = Installer et démarrer une eSIM de voyage sur un iPhone, étape par étape.
iphone-lead = Ouvrez la page de votre commande dans Safari sur l’iPhone et touchez <b>Installer sur cet iPhone</b> (iOS 17.4 ou ultérieur). Ou bien :
iphone-add = <b>Réglages → Données cellulaires → Ajouter une eSIM</b> (dans certains pays : Cellulaire ou Réseau cellulaire).
iphone-qr = <b>Utiliser un code QR,</b> puis scannez le code depuis un autre écran. Sur le même téléphone : maintenez le doigt sur le code QR, ou choisissez <b>Saisir les détails manuellement</b> et copiez l’adresse SM-DP+ et le code d’activation.
iphone-where = Sous iOS 26 ou version ultérieure, l’iPhone peut demander si vous utiliserez cette eSIM chez vous ou à l’étranger : choisissez l’étranger.
iphone-rename = <b>Renommez la ligne,</b> p. ex. « eSIM », pour la distinguer de la vôtre.
iphone-primary = <b>Gardez « Principal » comme ligne par défaut</b> pour les appels et les messages.
iphone-switching = <b>Désactivez « Autoriser le changement de données cellulaires »,</b> pour que votre ligne ne consomme pas de données à l’étranger.
iphone-drawn-lines = Dessin de Réglages, Données cellulaires : la ligne eSIM figure sous Principal, les deux sont activées
iphone-on = <b>Activez l’eSIM.</b> Réglages → Données cellulaires → eSIM → Activer cette ligne.
iphone-roaming = <b>Activez Données à l’étranger</b> pour cette ligne. Laissez-les désactivées sur la vôtre.
iphone-data = <b>Choisissez-la pour les données cellulaires.</b> Réglages → Données cellulaires → Données cellulaires → eSIM.
iphone-apn = <b>Renseignez l’APN si le forfait le demande,</b> p. ex. <code>data.esim</code> : Réglages → Données cellulaires → eSIM → Réseau de données cellulaires. La page de votre commande le précise.
iphone-drawn-roaming = Dessin des réglages de la ligne eSIM : Activer cette ligne et Données à l’étranger sont activés ; sur la ligne Principal, les données à l’étranger restent désactivées

## Install on Android

android-lead = Ouvrez la page de votre commande sur le téléphone et touchez <b>Installer en un geste (essai)</b> : cela marche depuis Chrome sur de nombreux Pixel et Samsung. Sinon :
android-pixel-add = <b>Paramètres → Réseau et Internet → Cartes SIM → Ajouter une carte SIM</b> (ou +).
android-pixel-set = <b>Configurer une eSIM,</b> puis scannez le code QR depuis un autre écran. Sur le même téléphone, choisissez <b>Besoin d’aide ? → Saisir manuellement</b> et collez le code.
android-samsung-add = <b>Paramètres → Connexions → Gestionnaire SIM → Ajouter une eSIM.</b>
android-samsung-scan = <b>Scanner le code QR,</b> ou <b>Entrer le code d’activation</b> sur le même téléphone.
android-others = Autres marques
android-others-text = Cherchez « SIM », « Réseau mobile » ou « eSIM » dans les paramètres, ou tapez « eSIM » dans leur recherche.
android-drawn = Dessin des paramètres SIM : la SIM habituelle garde les appels, l’eSIM a les données mobiles avec l’itinérance activée
android-on = <b>Activez l’eSIM</b> dans les paramètres SIM.
android-roaming = <b>Activez l’itinérance des données</b> pour elle. Laissez-la désactivée sur votre SIM habituelle.
android-data = <b>Choisissez-la pour les données mobiles.</b>
android-apn = <b>Renseignez l’APN si le forfait le demande,</b> p. ex. <code>data.esim</code> : eSIM → Noms des points d’accès → +. La page de votre commande le précise.

## When something does not work
# What phones say is quoted in this language, and in English too where travellers search for it.

trouble-title = Dépannage
trouble-description = Les messages que les téléphones affichent quand une eSIM ne marche pas, ce qu’ils signifient et que faire.
trouble-lead = Cherchez le message que votre téléphone affiche.
trouble-mine = Achetée ici ? Ouvrez votre eSIM dans <a>Mes eSIM</a> et touchez « Pas d’internet ? » : nous vérifions cette eSIM et affichons l’étape suivante.
trouble-installing = À l’installation
trouble-locked = « Impossible d’ajouter les forfaits cellulaires de cet opérateur » (“Cellular plans from this carrier cannot be added”)
trouble-locked-text = Le téléphone est bloqué par l’opérateur qui l’a vendu. Demandez-lui de le débloquer, puis scannez de nouveau. Le code n’est pas consommé.
trouble-change = « Impossible de terminer le changement de forfait cellulaire » (“Cellular change could not be completed” · “Unable to complete cellular plan change”)
trouble-change-text = Le code a déjà servi, sur ce téléphone ou un autre, ou la connexion s’est coupée. Regardez d’abord dans Réglages → Données cellulaires si l’eSIM y est. Sinon, redémarrez le téléphone, changez de Wi-Fi et scannez encore une fois.
trouble-activate = « Impossible d’activer l’eSIM » (“Unable to activate eSIM”) · « Impossible d’ajouter l’eSIM » (“eSIM cannot be added”) · « Échec de l’activation » (“Activation failed”)
trouble-activate-text = Le plus souvent, c’est la connexion : les eSIM se téléchargent depuis le serveur de l’opérateur. Coupez tout VPN, utilisez un Wi-Fi stable, redémarrez le téléphone et réessayez. Un téléphone garde plusieurs eSIM, mais pas sans limite : s’il est plein, supprimez-en une ancienne dont vous n’avez plus besoin, jamais celle-ci.
trouble-invalid = « Ce code n’est plus valide » (“This code is no longer valid”) · « Code QR non valide » (“Invalid QR code”)
trouble-invalid-text = Le code a déjà servi, ou il n’a pas été lu en entier. Scannez-le depuis un écran plus grand, ou saisissez manuellement l’adresse SM-DP+ et le code d’activation. Majuscules et minuscules comptent : utilisez les boutons de copie.
trouble-no-menu = Il n’y a pas « Ajouter une eSIM » dans mes réglages
trouble-no-menu-text = Le téléphone n’est peut-être pas compatible eSIM : composez le <code>*#06#</code>. Si aucun EID ne s’affiche, il ne l’est pas. La plupart des iPhone vendus en Chine continentale ne le sont pas.
trouble-there = À destination
trouble-no-internet = Connecté, mais pas d’internet
trouble-is-on = L’eSIM est-elle activée ?
trouble-is-roaming = Les <b>données à l’étranger</b> sont-elles activées pour elle ? Il le faut : le forfait utilise les réseaux locaux en itinérance.
trouble-is-data = Est-ce la ligne des données mobiles ?
trouble-is-apn = Renseignez l’APN comme l’indique la page de votre commande, p. ex. <code>data.esim</code>.
trouble-airplane = Activez le mode Avion dix secondes, puis désactivez-le.
trouble-no-service = « Aucun service » (“No Service”) · « SOS uniquement » (“SOS only”) · « Appels d’urgence uniquement » (“Emergency calls only”)
trouble-no-service-text = Choisissez le réseau manuellement : Réglages → Données cellulaires → eSIM → Sélection du réseau, désactivez Automatique et choisissez un des réseaux que « Pas d’internet ? » indique dans <a>Mes eSIM</a>. Sur Android : paramètres SIM → Sélectionner automatiquement le réseau.
trouble-slow = C’est lent
trouble-slow-text = Essayez manuellement un autre réseau du forfait, comme ci-dessus. Vérifiez que le téléphone est réglé sur 4G ou 5G.
trouble-used-up = Je n’ai plus de données
trouble-used-up-text = Ouvrez l’eSIM dans <a>Mes eSIM</a> et touchez « Recharger » : les données s’ajoutent à la même eSIM.
trouble-removed = J’ai supprimé l’eSIM
trouble-removed-text = Une eSIM supprimée ne peut pas être réinstallée. Si son forfait n’a jamais servi, vous pouvez peut-être l’annuler dans <a>Mes eSIM</a> et être remboursé.
trouble-removed-again = Pour continuer, <a>choisissez un nouveau forfait</a> : il arrive comme une nouvelle eSIM, avec son propre code.
trouble-order = Commandes
trouble-no-code = J’ai payé et je ne vois pas de code QR
trouble-no-code-text = La page de la commande montre ce qui s’est passé, la suite, et quand vous êtes remboursé automatiquement. Touchez « Vérifier à nouveau », ou connectez-vous à <a>Mes eSIM</a>.
trouble-no-mail = L’e-mail n’est pas arrivé
trouble-no-mail-text = Regardez dans les indésirables. Tout le contenu de l’e-mail est aussi sur la page de votre commande.

## Will it work on my phone?

devices-title = Mon téléphone est-il compatible ?
devices-description = Vérifiez en dix secondes si votre téléphone est compatible eSIM.
devices-lead = À vérifier en dix secondes.
devices-model = Modèle de votre téléphone
devices-check = Vérifier
devices-drawn = Dessin d’un téléphone sur lequel *#06# a été composé : un EID s’affiche
devices-back = Retour au forfait { $plan }
devices-dial = <b>Composez le <code>*#06#</code></b> comme pour passer un appel.
devices-eid = <b>Un EID s’affiche ?</b> Alors le téléphone est compatible eSIM. Pas d’EID : il ne l’est pas.
devices-unlocked = <b>Est-il débloqué ?</b> iPhone : Réglages → Général → Informations → Verrouillage opérateur indique « Aucune restriction de SIM ». Android : essayez la SIM d’un autre opérateur, ou demandez au magasin qui l’a vendu.
devices-which = Téléphones compatibles eSIM
devices-maker = Marque
devices-from = À partir de
devices-not = Sauf
devices-google = Pixel 4 et ultérieurs ; la plupart des Pixel 3a et 3
devices-others = Autres
devices-others-not = selon le pays de vente : composez le <code>*#06#</code>
devices-decides = La liste est indicative ; c’est l’EID qui décide.
devices-tablets = Tablettes et ordinateurs portables
devices-tablets-text = De nombreux iPad et quelques portables Windows sont compatibles eSIM. Nos forfaits ne comprennent que des données, ils y fonctionnent donc aussi ; cherchez un EID dans les réglages.

## How much data

data-title = Combien de données me faut-il ?
data-description = La quantité de données mobiles qu’il faut pour un voyage, selon votre usage, et l’origine de nos chiffres.
data-lead = C’est la vidéo qui consomme le plus. Voici les chiffres qu’utilisent nos pages de forfaits et le planificateur de voyage.
data-a-day = Données par jour
data-light = Cartes, messages, e-mails, quelques photos
data-everyday = La même chose, plus les réseaux sociaux, la musique et un peu de vidéo sans Wi-Fi
data-heavy = Des heures de vidéo ou d’appels vidéo chaque jour
data-rule = Comment nous choisissons un forfait
data-rule-text = Nous multiplions le chiffre par vos jours et prenons le forfait le moins cher qui dure aussi longtemps et contient autant de données à pleine vitesse. S’il n’y en a pas, nous le disons et montrons celui qui va le plus loin.
data-sources = D’où viennent les chiffres
data-source-average = Un smartphone a consommé en moyenne 17 Go de données mobiles par mois en 2023, soit 0,6 Go par jour : <a>Ericsson Mobility Report, juin 2025</a>. En voyage, le Wi-Fi est plus rare : pour un usage quotidien, nous comptons 1 Go.
data-source-video = Une heure de vidéo consomme jusqu’à 0,3 Go en qualité basse, 0,7 Go en moyenne et 3 Go en haute : <a>Centre d’aide Netflix</a>. Quatre heures en qualité moyenne font les 3 Go de l’usage intense.
data-source-measured = Cinq minutes de cartes consomment 12 Mo, une photo publiée 17 Mo, une heure de musique 157 Mo, une heure d’appel vidéo 300 Mo : <a>mesuré par Saily en 2025</a>. Une heure de cartes, vos messages et quelques photos font les 0,3 Go de l’usage léger.
data-less = Pour qu’elles durent plus longtemps
data-less-text = Téléchargez cartes et musique en Wi-Fi avant de partir, réglez la vidéo en qualité moyenne et activez le mode données réduites (iPhone) ou l’économiseur de données (Android).
