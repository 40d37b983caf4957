# Words of the phone’s own settings (Settings, Cellular, Add eSIM …) are to be those that the phone shows in your language.

## The order’s page

# $day is the day it was paid.
order-dated = Commande { $order } · { $day }
order-check-again = Vérifier à nouveau
order-continue-to-payment = Pas encore payé ? Continuer vers le paiement
# The name of a plan, before what became of its money.
order-returned-plan = { $plan } :
order-install = Installer votre eSIM
order-start = Démarrer votre eSIM
order-sign-in = Connectez-vous pour voir les codes
order-sign-in-why = Le code QR et le code d’activation ne s’affichent que dans le navigateur utilisé pour l’achat, ou une fois que vous êtes connecté. Nous envoyons un lien à l’adresse utilisée pour payer ; il affiche aussi toutes vos autres eSIM.
order-next = La suite
order-see-esim = Voir votre eSIM
order-see-plan = Revoir le forfait
order-see-plans = Revoir les forfaits
order-bought = Votre commande
order-topup-line = Recharge : { $plan }
order-total = Total
order-sent-back = Remboursé
order-where = Un lien vers cette page est dans votre e-mail, et toutes vos eSIM sont dans <a>Mes eSIM</a>.

## The order’s headline

order-awaiting-payment = Nous attendons votre paiement
order-processing = Votre paiement est en cours
order-failed = Votre paiement n’a pas abouti
order-expired = Cette commande n’a pas été payée
order-person = Nous examinons votre commande
order-held = Nous vérifions ce paiement
order-given-back-paid = Annulé et remboursé
order-given-back = Annulé. Votre remboursement est en route
order-coming-topup = Votre recharge arrive
order-ready-topup = Votre recharge est sur votre eSIM
order-coming = { $n ->
    [one] Votre eSIM arrive
   *[other] Vos { $n } eSIM arrivent
}
order-ready = { $n ->
    [one] Votre eSIM est prête
   *[other] Vos { $n } eSIM sont prêtes
}
order-yours = { $n ->
    [one] Votre eSIM
   *[other] Vos { $n } eSIM
}
# $here is a part of $n: 1 of 3.
order-some-ready = { $here ->
    [one] { $here } de vos { $n } eSIM est prête
   *[other] { $here } de vos { $n } eSIM sont prêtes
}
order-returning = Votre remboursement est en route
order-returned = Vous avez été remboursé
order-test-ended = Cette commande de test est terminée

## Below the headline

order-lead-awaiting-payment = Nous n’avons pas encore reçu votre paiement. Si vous venez de payer, cela prend quelques secondes, et votre eSIM suit automatiquement.
order-lead-processing = Votre banque traite encore le paiement, ce qui peut prendre quelques jours. Dès sa réception, nous commandons votre eSIM et vous l’envoyons par e-mail ; rien n’est commandé avant.
order-lead-failed = Le paiement n’a pas abouti. Rien n’a été commandé ni débité. Vous pouvez commander à nouveau avec un autre moyen de paiement.
order-lead-expired = La page de paiement a été fermée ou a expiré : rien n’a été débité ni commandé. Le forfait est toujours en vente.
order-lead-person = Cette commande demande une vérification et notre équipe est prévenue. Vous n’avez rien à faire ; écrivez-nous si vous voulez en savoir plus.
order-lead-held = Votre banque ou Stripe vérifie ce paiement. D’ici là, rien n’est commandé.
order-lead-topup = Elle démarre automatiquement quand le forfait précédent est épuisé ou terminé.
order-lead-ready-several = Une par téléphone. Ajoutez-les chez vous, avant le vol, avec un Wi-Fi stable ; chacune prend deux minutes.
order-lead-ready-each = Une pour chaque étape de votre voyage. Ajoutez-les toutes chez vous, avant le vol, avec un Wi-Fi stable ; chacune prend deux minutes.
order-lead-ready = Ajoutez-la chez vous, avant le vol, avec un Wi-Fi stable. Cela prend deux minutes.
order-lead-stranger = Les codes ne s’affichent que dans le navigateur utilisé pour l’achat, ou une fois connecté avec l’adresse utilisée pour payer.
order-lead-returning = Vous n’avez rien à faire. Un remboursement apparaît en général sous 5 à 10 jours.
order-lead-returned = Le remboursement a été envoyé sur la carte ou le compte utilisé pour payer. Il apparaît en général sous 5 à 10 jours.
order-lead-test-ended = Elle a été passée quand la boutique était en mode test. Celle-ci accepte maintenant de vrais paiements : il ne se passera plus rien ici. Aucun argent réel n’a circulé.
order-lead-seconds = Cela prend en général quelques secondes.
# $until is a time: 10:32 UTC.
order-lead-until = Cela prend en général quelques secondes. Si le réseau n’a pas livré à { $until }, vous êtes remboursé automatiquement. Vous pouvez fermer cette page : nous vous écrirons.
order-lead-until-unclear = Le réseau n’a pas donné de réponse claire, nous continuons à vérifier. S’il n’a pas livré à { $until }, vous êtes remboursé automatiquement. Vous pouvez fermer cette page : nous vous écrirons.

## The clock of what happened when: its stations, one or two words each

order-step-paid = Payé
order-step-ordered = Commandé
order-step-not-ordered = Non commandé
order-step-ready = Prête
order-step-added = Ajouté
order-step-mailed = E-mail envoyé
order-step-payment-failed = Paiement échoué
order-step-not-paid = Non payé
order-step-not-added = Non ajouté
order-step-not-delivered = Non livré
order-step-some-ready = { $here } sur { $n } prêtes
order-step-given-back = Annulé
order-step-mail-refused = E-mail refusé
order-step-refund-came-back = Remboursement rejeté
order-step-refunded = Remboursé
order-step-refund-on-its-way = Remboursement en route

## Below a station that has no time yet

order-note-not-yet = pas encore
order-note-bank = en route depuis votre banque
order-note-nothing-taken = rien n’a été débité
order-note-nothing-charged = rien n’a été débité
order-note-about-to-be = en cours
order-note-some = { $here } sur { $n } pour l’instant
order-note-esim-page = tout est sur la page de votre eSIM
order-note-this-page = tout est sur cette page
order-note-on-its-way = en route
order-note-late = en retard, nous continuons d’essayer
order-note-person = nous nous en occupons
order-mail-refused = Les e-mails à <b>{ $address }</b> sont refusés. Si l’adresse est fausse, écrivez à <a>{ $email }</a> avec le numéro { $order } : nous la corrigeons et renvoyons l’e-mail.

## What became of the money of one plan. $why is a whole sentence.

order-refund-sent-on = { $amount } remboursés le { $day }. { $why }
order-refund-sent = { $amount } remboursés. { $why }
order-refund-on-its-way = Remboursement de { $amount } en cours. { $why }
order-refund-came-back = La banque nous a renvoyé { $amount } ; nous nous en occupons. { $why }
order-refund-topup = Le réseau n’a pas pu l’ajouter à votre eSIM.

## An eSIM and how to install it

# One of several in an order. $number is 2, $all is 3.
card-number = eSIM { $number } sur { $all }
card-first-phone = Est-ce le téléphone que vous emportez ? Installez-la directement ici.
card-first-iphone-elsewhere = Ouvrez cette page dans Safari : c’est là seulement que l’iPhone l’installe en un geste. Ou saisissez les deux codes ci-dessous.
card-first-android-elsewhere = Ouvrez cette page dans Chrome : l’installation n’est pas possible depuis une app. Ou saisissez les codes ci-dessous.
card-first-iphone-old = Sur cet iPhone, ouvrez Réglages → Données cellulaires → Ajouter une eSIM → Utiliser un code QR → Saisir les détails manuellement, et copiez les deux codes ci-dessous.
card-first-other = Scannez le code QR avec l’appareil photo du téléphone que vous emportez.
card-tap-iphone = Installer sur cet iPhone
card-tap-iphone-hint = Votre iPhone ouvre sa propre installation et demande avant d’ajouter l’eSIM.
card-tap-android = Installer en un geste (essai)
card-tap-android-hint = Marche sur les Pixel et Samsung dans Chrome. S’il ne se passe rien, scannez le code QR ou saisissez les codes.
card-qr-iphone = Dans Safari, maintenez le doigt sur le code et choisissez « Ajouter une eSIM ». Ou affichez cette page sur un autre écran et scannez-le.
card-qr-phone = Affichez cette page sur un autre écran et scannez le code avec ce téléphone.
card-qr-other = Ouvrez l’appareil photo du téléphone que vous emportez et visez ce code.
card-qr-alt = Code QR qui installe votre eSIM
# $esim is “eSIM 2 of 3”.
card-qr-alt-of = Code QR pour installer : { $esim }
card-smdp = Adresse SM-DP+
card-code = Code d’activation
card-both = Code complet (LPA), pour Android
# After “Copy the …”, for screen readers.
card-copy-smdp = adresse SM-DP+
card-copy-code = code d’activation
card-copy-both = code complet
card-confirmation-code = Votre téléphone demandera un code de confirmation. Écrivez-nous et nous vous l’enverrons.
card-code-waits = Nous redemandons au réseau le code de cette eSIM. Rechargez cette page dans une minute. L’eSIM elle-même n’a aucun problème.

## A page that cannot be shown

fault-not-found = Page introuvable
fault-not-found-text = L’adresse est peut-être mal saisie, ou cette page est à quelqu’un d’autre.
fault-origin = Nous n’avons pas pu vérifier cette demande
fault-origin-text = Ouvrez la page ici et réessayez.
fault-look-up = Impossible de l’afficher pour le moment
fault-show = Cette page n’a pas pu s’afficher
fault-nothing-lost = Rien n’est perdu : vos commandes et vos paiements sont toujours en cours de traitement. Réessayez dans une minute.
fault-yours = Elle est à vous ? Vous n’êtes pas connecté sur ce navigateur. Saisissez l’adresse e-mail utilisée pour payer : nous vous envoyons un lien de connexion, sans mot de passe.
fault-to-shop = Retour à la boutique

## Signing in

sign-in = Se connecter
sign-in-lead = Saisissez l’adresse e-mail utilisée pour payer. Nous vous envoyons un lien vers vos eSIM, sans mot de passe.
sign-in-just-bought = Vous venez d’acheter ? Tout est sur la page de votre commande, dans le navigateur utilisé pour payer.
sign-in-type-address = Saisissez votre adresse e-mail, par exemple ada@example.com.
sign-in-sent = Consultez votre messagerie
# $email is what was typed.
sign-in-sent-lead = { $minutes ->
    [one] Si <b>{ $email }</b> a servi à un achat ici, un lien de connexion est en route. Il marche une fois, pendant { $minutes } minute.
   *[other] Si <b>{ $email }</b> a servi à un achat ici, un lien de connexion est en route. Il marche une fois, pendant { $minutes } minutes.
}
sign-in-sent-nothing = Rien après quelques minutes ? Regardez dans les indésirables, vérifiez l’orthographe ci-dessus, ou utilisez l’adresse qui a reçu votre reçu.
sign-in-another-address = Utiliser une autre adresse
sign-in-one-press = { $days ->
    [one] Restez connecté sur ce navigateur pendant { $days } jour.
   *[other] Restez connecté sur ce navigateur pendant { $days } jours.
}
sign-in-elsewhere = Ce lien a été demandé depuis un autre navigateur. Ne vous connectez que si c’était vous.
sign-in-and-see = Se connecter et voir mes eSIM
sign-in-not-your-device = Ce n’est pas votre appareil ? Déconnectez-vous quand vous avez fini.
sign-in-used-up = Ce lien ne marche plus
sign-in-used-up-lead = { $minutes ->
    [one] Un lien de connexion marche une fois, pendant { $minutes } minute. Demandez-en un nouveau.
   *[other] Un lien de connexion marche une fois, pendant { $minutes } minutes. Demandez-en un nouveau.
}
sign-in-new-link = M’envoyer un nouveau lien
card-other-ways = Autres façons de l’installer
## Où une commande est envoyée

order-mailed-to = Nos e-mails partent à <b>{ $address }</b>. <a>Modifier ou renvoyer</a>
order-mail-slip = Votre adresse est-elle exacte ? Vous avez saisi <b>{ $typed }</b>. Vouliez-vous dire <b>{ $meant }</b> ? <a>Corriger</a>
mailed-title = Où nous envoyons votre commande
mailed-title-error = Erreur : { $title }
mailed-now = Nos e-mails au sujet de cette commande partent à <b>{ $address }</b>.
mailed-again-button = Renvoyer
mailed-again-done = C’est reparti vers <b>{ $address }</b>. Patientez une minute et regardez aussi dans les indésirables.
mailed-nothing-yet = Rien n’a encore été livré. Dès que votre eSIM est prête, nous l’envoyons à <b>{ $address }</b>.
mailed-too-often = Vous pouvez renvoyer l’e-mail une fois par minute, jusqu’à cinq fois par jour.
mailed-change = Une autre adresse
mailed-change-why = Nous envoyons votre commande à la nouvelle adresse et prévenons l’ancienne du changement, sans aucun code. Les liens des e-mails envoyés à l’ancienne adresse ne fonctionnent plus.
mailed-change-button = Modifier et envoyer
mailed-change-done = C’est modifié. Nos e-mails au sujet de cette commande partent désormais à <b>{ $address }</b>.
mailed-changed-too-often = L’adresse a été modifiée trois fois aujourd’hui. Si elle est encore fausse, écrivez-nous.
mailed-same = C’est l’adresse que nous avons déjà.
mailed-installed = L’eSIM est déjà installée : l’adresse e-mail ne peut plus être modifiée ici. Écrivez-nous si nécessaire.
mailed-back = Retour à la commande
