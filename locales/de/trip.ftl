## Plan a trip

trip-title = Reise planen
trip-description = Mehrere Länder auf einer Reise: Sieh nach, ob eine eSIM für alle oder eine je Land weniger kostet.
trip-lead = Schreib, wohin du reist und wann. Wir vergleichen eine eSIM für die ganze Reise mit einer je Land.
trip-where = Wohin reist du, und wann?
trip-example = Tokio, Bali, London, 3.–19. Mai
trip-where-hint = Orte in ihrer Reihenfolge, mit Kommas getrennt. Tage oder Daten, wenn du sie kennst.
trip-first = Erster Tag
trip-last = Letzter Tag
trip-need = Wie viele Daten?
trip-need-maps = Karten und Nachrichten, etwa 0,3 GB am Tag
trip-need-daily = Alltag, etwa 1 GB am Tag
trip-need-video = Videos und Anrufe, etwa 3 GB am Tag
trip-need-unlimited = Unbegrenzt
trip-compare = Vergleichen
trip-examples = Zum Beispiel
trip-example-asia = Bangkok 4 Tage, Hanoi 5 Tage, Singapur 3 Tage
trip-example-europe = Paris, Rom, Athen, 2 Wochen
trip-example-america = New York 5 Tage, Toronto 3 Tage, Mexiko 7 Tage

## What was understood

trip-stops = Deine Stationen
# $n is the number of the stop, $place its country.
trip-days-in = Tage: { $place }
trip-again = Noch einmal vergleichen
trip-change = Reise ändern
trip-whole = { $days ->
    [one] { $days } Tag insgesamt
   *[other] { $days } Tage insgesamt
}
trip-whole-dated = { $days ->
    [one] { $days } Tag insgesamt: { $first }
   *[other] { $days } Tage insgesamt: { $first } bis { $last }
}
trip-taken-for = „{ $text }“ haben wir als { $place } verstanden. Meinst du einen anderen Ort? Dann schreib das Land dazu.
trip-unknown = Nicht verstanden: { $parts }.
trip-assumed = Es stand keine Dauer dabei, also rechnen wir mit einer Woche je Station. Ändere sie, wie du möchtest.
trip-nothing = Darin haben wir keinen Ort gefunden. Schreib Länder oder Städte, mit Kommas getrennt.
trip-too-long = Wir können bis zu { $stops } Stationen und { $days } Tage vergleichen. Bitte teil die Reise auf.
trip-early = Tarife müssen innerhalb von 60 Tagen nach dem Kauf gestartet werden. Für diese Reise kauf am { $day } oder später.
trip-one-order = Eine Bestellung umfasst bis zu { $n } eSIMs eines Tarifs; bestelle die übrigen gesondert.

## Options

trip-options = Möglichkeiten
trip-one = Eine eSIM für alle
trip-local = Eine je Land
trip-mix = Die günstigste Mischung
trip-cheapest = Am günstigsten
trip-esims = { $n ->
    [one] { $n } eSIM
   *[other] { $n } eSIMs
}
trip-for = Für: { $places }
trip-uncovered = Kein passender Tarif: { $places }.
trip-no-single = Kein einzelner Tarif reicht für die ganze Reise.
trip-near = Reicht nicht für diese Reise
trip-too-short = { $days ->
    [one] Gilt { $days } Tag; die Reise dauert { $needed }
   *[other] Gilt { $days } Tage; die Reise dauert { $needed }
}
trip-too-small = Enthält { $data }; für die Reise brauchst du etwa { $needed }
trip-slows-down = Wird langsamer, und das Netz gibt nicht an, ab wann; für die Reise brauchst du etwa { $needed }
trip-not-exact = Bei mehr als { $stops } Stationen vergleichen wir die wahrscheinlichsten Möglichkeiten, nicht jede.

## One eSIM now with a top-up later: advice, no part of the order

trip-later = Jetzt eine eSIM, später aufladen
# What the top-up is and costs stands behind it.
trip-later-then = Am { $day }. Tag der Reise eine Aufladung hinzufügen – heute angeboten:
trip-later-note = Die Aufladung gehört nicht zu dieser Bestellung. Du fügst sie auf der Seite deiner eSIM hinzu, wenn du sie brauchst; bis dahin kann sich ihr Preis ändern.

## Several plans in one payment

choice-title = Deine Auswahl
choice-from = Ab { $day }
choice-remove = Entfernen
choice-update = Summe neu berechnen
choice-pay = { $n ->
    [one] { $n } eSIM, eine Zahlung
   *[other] { $n } eSIMs, eine Zahlung
}
choice-price = Dieser Tarif kostet jetzt { $price }. Es wurde nichts abgebucht.
choice-unnamed = Ein Tarif
choice-plans = Eine Bestellung umfasst bis zu { $n } verschiedene Tarife. Entferne einige; du kannst sie gesondert bestellen.
choice-lines = Eine Bestellung umfasst bis zu { $n } eSIMs. Wähle weniger; die übrigen kannst du gesondert bestellen.
choice-code-raised = Der Code { $code } ist eingerechnet. Das ist unser niedrigster Preis für diese Tarife.
choice-code-plan = Dieser Code gilt nicht für diese Tarife.
choice-code-lowest = Diese Tarife haben schon ihren niedrigsten Preis. Lass das Feld leer, um ohne den Code zu kaufen.
# $n of a plan, $all of all plans together.
trip-too-many = Eine Bestellung umfasst bis zu { $n } eSIMs eines Tarifs und { $all } insgesamt. Öffne jeden Tarif, um ihn zu bestellen.
