
hand-over-title = Partager avec un autre voyageur
hand-over-lead = Envoyez au voyageur un lien qui n’ouvre que cette eSIM : son code QR et la marche à suivre. Ni prix, ni vos autres eSIM.
hand-over-name = Nom du voyageur (facultatif)
hand-over-name-hint = Pour distinguer vos eSIM.
hand-over-no-name = 40 caractères au plus, sur une ligne.
hand-over-too-quick = Trop de liens en peu de temps. Patientez un peu.
hand-over-over = Cette eSIM est en cours d’annulation ou n’est plus utilisable : il n’y a rien à envoyer.
hand-over-make = Créer un lien
hand-over-only-name = Enregistrer seulement le nom
hand-over-open = Un lien est actif jusqu’au { $day }. Un nouveau le remplace.
hand-over-end = Désactiver le lien
hand-over-what = Quiconque a le lien peut installer cette eSIM, une seule fois. Ne l’envoyez qu’à cette personne. Vous pouvez le désactiver ici à tout moment.
hand-over-made = Le lien est prêt
hand-over-made-lead = Envoyez-le à la personne qui voyage avec cette eSIM.
hand-over-made-lead-name = Envoyez-le à { $name }.
hand-over-link = Lien
hand-over-once = Il n’est affiché que cette fois : copiez-le maintenant. S’il se perd, créez-en un autre.
hand-over-scan = Vous êtes côte à côte ? La personne peut scanner ceci avec l’appareil photo : la page s’ouvre.
hand-over-until = Il fonctionne jusqu’au { $day }.
hand-over-link-alt = Code QR qui ouvre la page du voyageur
hand-over-change = Changer le nom ou désactiver le lien
hand-over-somebody = C’est pour quelqu’un d’autre ? Indiquez son nom et envoyez un lien
hand-over-link-for = Envoyer un lien à { $name }
hand-over-phone-button = Ouvrir ceci sur le téléphone
hand-over-browser-button = Créer un lien pour le navigateur
hand-over-phone-title = Ouvrez-le sur le téléphone
hand-over-phone-lead = Scannez ceci avec l’appareil photo du téléphone que vous emportez. Une page s’ouvre où l’eSIM s’installe en un geste.
hand-over-phone-until = Valable 15 minutes, jusqu’à { $time }.
hand-over-phone-link = Ou ouvrez cette adresse dans le navigateur du téléphone
hand-over-not-the-code = Ce code ouvre une page. Celui qui installe l’eSIM est l’autre.
hand-over-phone-alt = Code QR qui ouvre une page sur le téléphone
handed-for = Pour { $name }
handed-title = Votre eSIM
handed-lead = { $plan }, achetée pour vous chez { $shop }. Ajoutez-la chez vous, avec un Wi-Fi stable ; cela prend deux minutes.
handed-start-by = <b>À démarrer au plus tard le { $day }.</b> Ensuite, le forfait peut démarrer automatiquement et consommer ses jours, ou ne plus fonctionner.

## The eSIMs of one order for several people

family-title = Pour qui sont-elles ?
family-lead = Donnez-leur un nom une fois. Chacun reçoit un lien qui n’ouvre que son eSIM.
# A button, and what stands beside the eSIM that it was pressed for: on a phone, and on a computer.
family-this-phone = Ce téléphone
family-mine = Pour moi
family-not-mine = Finalement, pas pour moi
family-send = Envoyer le lien
family-send-again = Renvoyer
family-send-all = Envoyer tous les liens
# Beside a name: “link sent · not installed yet”.
family-sent = lien envoyé
family-not-installed = pas encore installée
family-show = Voir
family-qr = Code QR et codes
family-scan = Scannez-le avec l’appareil photo de l’autre téléphone.
family-made = Les liens sont prêts
family-once = Ils ne sont affichés que cette fois : envoyez-les ou copiez-les maintenant. Si l’un d’eux se perd, créez-en un autre.
# Of a field with a line for each traveller: a name and a link.
family-links = Liens, une ligne par voyageur
family-share = Partager
family-closed = Rien n’a encore été envoyé. Touchez de nouveau « Partager » ou copiez le texte ci-dessus.
family-save = Enregistrer les noms
family-sign-in = Pour plusieurs voyageurs ? Connectez-vous pour envoyer des liens
family-sign-in-why = Les liens ne peuvent être envoyés que depuis le navigateur de l’achat, ou après connexion avec l’adresse utilisée pour payer.
# $day is the last day on which the link works.
family-sent-page = Vous avez envoyé un lien vers cette eSIM ; il fonctionne jusqu’au { $day }. L’eSIM n’est pas encore installée. Elle ne peut être installée qu’une seule fois : laissez faire la personne qui a le lien, ou désactivez-le d’abord.
family-sent-page-seen = Un lien vers cette eSIM a été envoyé à quelqu’un ; il fonctionne jusqu’au { $day }. L’eSIM n’est pas encore installée. Elle ne peut être installée qu’une seule fois : laissez faire la personne qui a le lien, sauf si l’eSIM est destinée à ce téléphone.
