## Plan a trip

trip-title = Préparer un voyage
trip-description = Plusieurs pays en un seul voyage : voyez ce qui coûte le moins, une eSIM pour tous ou une par pays.
trip-lead = Dites où vous allez et quand. Nous comparons une eSIM pour tout le voyage avec une par pays.
trip-where = Où allez-vous, et quand ?
trip-example = Tokyo, Bali, Londres, du 3 au 19 mai
trip-where-hint = Les lieux dans l’ordre, séparés par des virgules. Les jours ou les dates si vous les connaissez.
trip-first = Premier jour
trip-last = Dernier jour
trip-need = Combien de données ?
trip-need-maps = Cartes et messages, environ 0,3 Go par jour
trip-need-daily = Usage quotidien, environ 1 Go par jour
trip-need-video = Vidéo et appels, environ 3 Go par jour
trip-need-unlimited = Illimitées
trip-compare = Comparer
trip-examples = Par exemple
trip-example-asia = Bangkok 4 jours, Hanoï 5 jours, Singapour 3 jours
trip-example-europe = Paris, Rome, Athènes, 2 semaines
trip-example-america = New York 5 jours, Toronto 3 jours, Mexique 7 jours

## What was understood

trip-stops = Vos étapes
# $n is the number of the stop, $place its country.
trip-days-in = Jours : { $place }
trip-again = Comparer à nouveau
trip-change = Modifier le voyage
trip-whole = { $days ->
    [one] { $days } jour en tout
   *[other] { $days } jours en tout
}
trip-whole-dated = { $days ->
    [one] { $days } jour en tout : le { $first }
   *[other] { $days } jours en tout : du { $first } au { $last }
}
trip-taken-for = Nous avons lu « { $text } » comme { $place }. Ce n’est pas le bon lieu ? Ajoutez le pays.
trip-unknown = Nous n’avons pas compris : { $parts }.
trip-assumed = Aucune durée n’était indiquée : nous comptons une semaine par étape. Changez-la à votre gré.
trip-nothing = Nous n’y avons trouvé aucun lieu. Écrivez des pays ou des villes, séparés par des virgules.
trip-too-long = On peut comparer au plus { $stops } étapes et { $days } jours. Divisez le voyage.
trip-early = Un forfait doit démarrer dans les 60 jours suivant l’achat. Pour ce voyage, achetez le { $day } ou après.
trip-one-order = Une commande contient jusqu’à { $n } eSIM d’un même forfait ; commandez les autres séparément.

## Options

trip-options = Les possibilités
trip-one = Une eSIM pour tous
trip-local = Une par pays
trip-mix = La combinaison la moins chère
trip-cheapest = Le moins cher
trip-esims = { $n ->
    [one] { $n } eSIM
   *[other] { $n } eSIM
}
trip-for = Pour : { $places }
trip-uncovered = Aucun forfait ne convient : { $places }.
trip-no-single = Aucun forfait ne suffit à lui seul pour tout le voyage.
trip-near = Insuffisant pour ce voyage
trip-too-short = { $days ->
    [one] Dure { $days } jour ; votre voyage, { $needed }
   *[other] Dure { $days } jours ; votre voyage, { $needed }
}
trip-too-small = Contient { $data } ; il vous faut environ { $needed }
trip-slows-down = Le débit est réduit, et le réseau ne précise pas à partir de quand ; il vous faut environ { $needed }
trip-not-exact = Au-delà de { $stops } étapes, nous comparons les possibilités les plus probables, pas toutes.

## One eSIM now with a top-up later: advice, no part of the order

trip-later = Une eSIM maintenant, une recharge plus tard
# What the top-up is and costs stands behind it.
trip-later-then = Au jour { $day } du voyage, ajoutez une recharge, proposée aujourd’hui :
trip-later-note = La recharge ne fait pas partie de cette commande. Vous l’ajoutez sur la page de votre eSIM quand vous en avez besoin ; son prix peut changer d’ici là.

## Several plans in one payment

choice-title = Votre choix
choice-from = À partir du { $day }
choice-remove = Retirer
choice-update = Mettre à jour le total
choice-pay = { $n ->
    [one] { $n } eSIM, un seul paiement
   *[other] { $n } eSIM, un seul paiement
}
choice-price = Le prix de ce forfait est maintenant de { $price }. Rien n’a été débité.
choice-unnamed = Un forfait
choice-plans = Une commande contient jusqu’à { $n } forfaits différents. Retirez-en ; vous pouvez les commander séparément.
choice-lines = Une commande contient jusqu’à { $n } eSIM. Choisissez-en moins ; vous pouvez commander les autres séparément.
choice-code-raised = Code { $code } appliqué. C’est notre prix le plus bas pour ces forfaits.
choice-code-plan = Ce code n’est pas valable pour ces forfaits.
choice-code-lowest = Ces forfaits sont déjà à leur prix le plus bas. Laissez le champ vide pour acheter sans le code.
# $n of a plan, $all of all plans together.
trip-too-many = Une commande contient jusqu’à { $n } eSIM d’un même forfait et { $all } en tout. Ouvrez chaque forfait pour le commander.
