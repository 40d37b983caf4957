# Every mail is sent as HTML and as text. <b> and <a> are left out of the text.
# Words of the phone’s own settings (Primary, Allow Cellular Data Switching …) are to be those that the phone shows in your language.

## Every mail

# The subject line. $what is the mail’s headline, $shop the shop’s name.
mail-subject = { $what } – { $shop }
# $order is the order’s number: E10001.
mail-subject-order = { $what } – { $shop } { $order }
# In text mails: a name and what belongs to it, such as “Total paid: $14.40” or “Top up: https://…”.
mail-labelled = { $label } : { $value }
mail-copied = { $label } : { $value }
mail-questions = Des questions ? Répondez à cet e-mail, ou écrivez à <a>{ $email }</a>.
mail-order = Commande { $order }.
mail-open-order = Ouvrir votre commande
mail-see-esim = Voir votre eSIM
mail-top-up = Recharger
# $ends is a day and a time: 22 Jan 2027, 10:32 UTC.
mail-runs-until = Il dure jusqu’au <b>{ $ends }</b>.

## Receipt

mail-receipt = Reçu
mail-receipt-total = Total payé
# $at is a day and a time.
mail-receipt-paid = Commande { $order }, payée le { $at }.
# $seller is a company’s name and address.
mail-receipt-seller = Vendu par { $seller }.

## The eSIMs are here

mail-ready = { $n ->
    [one] Votre eSIM est prête
   *[other] Vos { $n } eSIM sont prêtes
}
# $here is a part of $ordered: 1 of 3.
mail-some-ready = { $here ->
    [one] { $here } de vos { $ordered } eSIM est prête
   *[other] { $here } de vos { $ordered } eSIM sont prêtes
}
mail-still-waiting = { $n ->
    [one] Une autre est en route. Nous vous l’envoyons dès qu’elle est prête, sinon elle est remboursée automatiquement.
   *[other] { $n } autres sont en route. Nous vous les envoyons dès qu’elles sont prêtes, sinon elles sont remboursées automatiquement.
}
mail-one-tap = Ouvrez votre commande sur le téléphone que vous emportez : l’eSIM s’y installe en un geste.
# In the mail of an order of several eSIMs.
mail-several = Une eSIM pour chaque téléphone : sur la page de votre commande, donnez-leur un nom et envoyez à chacun un lien qui n’ouvre que son eSIM. Inutile de transférer cet e-mail.
mail-each = Une eSIM pour chaque étape de votre voyage : ajoutez-les toutes à votre téléphone chez vous, puis activez sur place celle du pays où vous êtes.
mail-once = <b>Cette eSIM ne peut être installée qu’une seule fois. Ne la supprimez pas de votre téléphone.</b> Ajoutez-la chez vous, avant le vol, avec un Wi-Fi stable.
# $number counts the eSIMs of one order, $plan is “Japan · 10 GB · 7 days”.
mail-numbered = eSIM { $number } : { $plan }
mail-start-by-day = À démarrer au plus tard le <b>{ $day }</b>.
mail-qr-alt = Code QR qui installe cette eSIM
mail-scan = Scannez-le avec le téléphone que vous emportez. Vous lisez ceci sur ce téléphone ? Ouvrez votre commande, ou saisissez ces codes :
mail-label-smdp = Adresse SM-DP+
mail-label-code = Code d’activation
mail-label-both = Code complet (LPA), si votre téléphone n’a qu’un champ
mail-label-iccid = Numéro de l’eSIM (ICCID)
mail-label-apn = APN
mail-confirmation-code = Votre téléphone demandera un code de confirmation. Répondez à cet e-mail et nous l’enverrons.
mail-land = À l’atterrissage
mail-land-turn-on = Activez l’eSIM.
mail-land-roaming = Activez les données à l’étranger pour elle.
mail-land-data = Choisissez-la pour les données cellulaires. Gardez « Principal » pour les appels et les messages, et désactivez « Autoriser le changement de données cellulaires ».
mail-land-apn = Renseignez l’APN si le forfait le demande (p. ex. data.esim).
mail-land-home-line = <b>Laissez les données à l’étranger désactivées sur votre ligne habituelle.</b> Sinon, votre opérateur peut vous les facturer.
mail-sent-back = Remboursé sur votre carte
mail-secret = Quiconque a le code de cet e-mail peut utiliser votre eSIM : ne le transférez pas.

## Paid, and the network takes its time

mail-received = { $n ->
    [one] Payé : votre eSIM est en route
   *[other] Payé : vos { $n } eSIM sont en route
}
mail-received-topup = Payé : votre recharge est en route
mail-received-slow = Nous avons reçu votre paiement. Le réseau met plus de temps que d’habitude, et nous réessayons.
# $until is a day and a time; $n is how many eSIMs are awaited.
mail-received-until = { $n ->
    [one] Si votre eSIM n’est pas arrivée le <b>{ $until }</b>, elle vous est remboursée automatiquement sur la carte ou le compte utilisé pour payer. Nous vous écrivons dans tous les cas ; vous n’avez rien à faire.
   *[other] Si une eSIM n’est pas arrivée le <b>{ $until }</b>, elle vous est remboursée automatiquement sur la carte ou le compte utilisé pour payer. Nous vous écrivons dans tous les cas ; vous n’avez rien à faire.
}
mail-received-until-topup = Si elle n’est pas arrivée le <b>{ $until }</b>, elle vous est remboursée automatiquement sur la carte ou le compte utilisé pour payer. Nous vous écrivons dans tous les cas ; vous n’avez rien à faire.
mail-received-see = Suivre la commande

## Money goes back

# In the subject line.
mail-refunded = Votre remboursement de { $amount }
mail-refunded-headline = Nous vous remboursons { $amount }
# $why is a whole sentence, one of refund-… below.
mail-refund-line = <b>{ $amount }</b> pour { $plan }. { $why }
mail-refund-kept = Des frais de { $kept } ont été déduits, comme indiqué avant votre confirmation.
# $reference is the bank’s name for it: re_3Abc.
mail-refund-reference = Référence du remboursement : { $reference }
mail-refund-reference-at = Référence du remboursement : { $reference }, { $at }
mail-refund-when = Le remboursement est versé sur la carte ou le compte utilisé pour payer. Il apparaît en général sous 5 à 10 jours ; vous n’avez rien à faire.

## Why money goes back: on the order’s page and in mails

refund-undeliverable = Le réseau n’a pas pu livrer cette eSIM.
refund-undeliverable-topup = Le réseau n’a pas pu ajouter cette recharge.
refund-given-back = Vous avez annulé ce forfait avant de l’utiliser.
refund-given-back-topup = Vous avez annulé cette recharge avant de l’utiliser.
refund-fraud = Le paiement a été signalé comme fait sans l’accord du titulaire de la carte.
refund-other = Nous avons remboursé ce paiement.
refund-test = Cette boutique est en mode test : rien n’a été acheté.

## The bank takes days over the payment

# A list of the plans follows.
mail-payment-delayed = Votre banque traite encore le paiement de la commande { $order }, ce qui peut prendre quelques jours :
mail-payment-delayed-then = Dès que nous recevons le paiement, nous passons la commande et vous écrivons. Rien n’est commandé avant, et vous n’avez rien à faire.

## The payment failed

mail-payment-failed = Votre paiement n’a pas abouti
# A list of the plans follows.
mail-payment-failed-nothing = Le paiement de la commande { $order } n’a pas abouti ; rien n’a été acheté ni débité :
mail-payment-failed-again = Vous pouvez commander à nouveau à tout moment avec un autre moyen de paiement.

## Top-up

mail-topped-up = Votre recharge est prête
# $plan was added to the eSIM that was bought as $esim.
mail-topped-up-added = <b>{ $plan }</b> a été ajouté à votre eSIM « { $esim } ».

## Could not be given back

mail-not-given-back = Votre forfait n’a pas été annulé
mail-not-given-back-started = Vous avez demandé à annuler <b>{ $plan }</b>. Il avait déjà démarré, et un forfait démarré ne peut plus être annulé.
mail-not-given-back-refused = Vous avez demandé à annuler <b>{ $plan }</b>. Le réseau ne l’a pas annulé. Nous nous en occupons et vous écrirons.
mail-not-given-back-nothing = Rien n’a été annulé ni remboursé : votre eSIM reste telle quelle.

## The address of an order was corrected: told to the old one

mail-address-changed = Les e-mails de votre commande vont désormais à une autre adresse
mail-address-changed-what = Désormais, les e-mails sur la commande { $order } vont à une autre adresse, et celle-ci n’ouvre plus la commande dans Mes eSIM. { $shop } a fait ce changement, comme lorsqu’un acheteur le demande.
mail-address-changed-unasked = Vous ne l’avez pas demandé ? Répondez tout de suite à cet e-mail.

## Start it soon

mail-start-by = Démarrez votre eSIM au plus tard le { $day }
# $days is 0 on the last day itself.
mail-start-by-left = { $days ->
    [0] <b>{ $plan }</b> n’a pas encore démarré. <b>C’est le dernier jour.</b> Ensuite, il peut démarrer automatiquement et consommer ses jours, ou ne plus fonctionner.
    [one] <b>{ $plan }</b> n’a pas encore démarré. <b>Il reste un jour.</b> Ensuite, il peut démarrer automatiquement et consommer ses jours, ou ne plus fonctionner.
   *[other] <b>{ $plan }</b> n’a pas encore démarré. <b>Il reste { $days } jours.</b> Ensuite, il peut démarrer automatiquement et consommer ses jours, ou ne plus fonctionner.
}
mail-start-by-install = Installez-la maintenant, avec un Wi-Fi stable. À destination, activez-la avec ses données à l’étranger : c’est là que le forfait démarre.
mail-start-by-installed = Elle est déjà sur votre téléphone : laissez-la. À destination, activez-la avec ses données à l’étranger : c’est là que le forfait démarre.
mail-start-by-button = Installer votre eSIM
mail-start-by-give-back = Vous ne partez pas ? Tant que le forfait n’a pas démarré, vous pouvez <a>l’annuler et être remboursé</a>.

## It has started

mail-live = Vous êtes connecté
mail-live-started = <b>{ $plan }</b> a démarré.
mail-live-home-line = <b>Avant tout, vérifiez que les données à l’étranger sont désactivées sur votre ligne habituelle.</b> Sinon, votre opérateur peut vous les facturer. Sur l’eSIM, elles restent activées.
mail-live-see = Voir le solde
mail-live-no-internet = Pas d’internet ? <a>Voir quoi faire</a>.

## Data runs low

# $left and $total are “1.9 GB” and “10 GB”; in the subject line.
mail-low = Il reste { $left } sur { $total }
mail-low-headline = Il reste { $left }
mail-low-used = <b>{ $plan }</b> : { $used } sur { $total } utilisés.
mail-low-top-up = Une recharge démarre automatiquement quand ceci est épuisé. Il n’y a rien à installer.
mail-low-as-of = Mis à jour : { $at }. Ce lien est réservé à vous seul : il ouvre la page de recharge de cette eSIM sans avoir à vous connecter.

## It has ended

mail-used-up = Vos données sont épuisées
mail-time-over = Votre forfait est terminé
mail-used-up-plan = <b>{ $plan }</b> : plus de données.
mail-time-over-plan = <b>{ $plan }</b> est arrivé à expiration.
mail-ended-go-on = Toujours en voyage ? Rechargez la même eSIM pour continuer. Ne supprimez pas l’eSIM de votre téléphone : elle ne peut pas être réinstallée.
mail-ended-plans = Ou <a>voyez tous les forfaits</a>.
mail-ended-link = Le lien de recharge est réservé à vous seul : il ouvre la page de cette eSIM sans avoir à vous connecter.

## Signing in

mail-sign-in-to = Connexion à { $shop }
mail-sign-in = Connectez-vous pour voir vos eSIM
mail-sign-in-once = { $minutes ->
    [one] Ce lien marche une fois, pendant { $minutes } minute.
   *[other] Ce lien marche une fois, pendant { $minutes } minutes.
}
mail-sign-in-button = Se connecter
mail-sign-in-unasked = Vous n’avez rien demandé ? Ignorez cet e-mail : sans le lien, personne ne peut se connecter.
