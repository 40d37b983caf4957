# Every mail is sent as HTML and as text. <b> and <a> are left out of the text.
# Words of the phone’s own settings (Primary, Allow Cellular Data Switching …) are to be those that the phone shows in your language.

## Every mail

# The subject line. $what is the mail’s headline, $shop the shop’s name.
mail-subject = { $what } – { $shop }
# $order is the order’s number: E10001.
mail-subject-order = { $what } – { $shop } { $order }
# In text mails: a name and what belongs to it, such as “Total paid: $14.40” or “Top up: https://…”.
mail-labelled = { $label }: { $value }
mail-copied = { $label }: { $value }
mail-questions = Fragen? Antworte auf diese E-Mail, oder schreib an <a>{ $email }</a>.
mail-order = Bestellung { $order }.
mail-open-order = Bestellung öffnen
mail-see-esim = eSIM ansehen
mail-top-up = Aufladen
# $ends is a day and a time: 22 Jan 2027, 10:32 UTC.
mail-runs-until = Der Tarif läuft bis <b>{ $ends }</b>.

## Receipt

mail-receipt = Quittung
mail-receipt-total = Gesamtbetrag bezahlt
# $at is a day and a time.
mail-receipt-paid = Bestellung { $order }, bezahlt am { $at }.
# $seller is a company’s name and address.
mail-receipt-seller = Verkauft von { $seller }.

## The eSIMs are here

mail-ready = { $n ->
    [one] Deine eSIM ist bereit
   *[other] Deine { $n } eSIMs sind bereit
}
# $here is a part of $ordered: 1 of 3.
mail-some-ready = { $here ->
    [one] { $here } von deinen { $ordered } eSIMs ist bereit
   *[other] { $here } von deinen { $ordered } eSIMs sind bereit
}
mail-still-waiting = { $n ->
    [one] Eine weitere ist unterwegs. Wir mailen sie dir, sobald sie da ist, oder erstatten sie automatisch.
   *[other] { $n } weitere sind unterwegs. Wir mailen sie dir, sobald sie da sind, oder erstatten sie automatisch.
}
mail-one-tap = Öffne deine Bestellung auf dem Handy, das du mitnimmst, und installiere sie dort mit einem Tipp.
# In the mail of an order of several eSIMs.
mail-several = Eine eSIM für jedes Handy: Auf der Seite deiner Bestellung kannst du ihnen Namen geben und allen einen Link senden, der nur die eigene eSIM öffnet. Du musst diese Mail nicht weiterleiten.
mail-each = Eine eSIM für jeden Teil deiner Reise: Füge sie alle zu Hause auf deinem Handy hinzu und schalte unterwegs die ein, die für den Ort gilt, an dem du bist.
mail-once = <b>Diese eSIM lässt sich nur einmal installieren. Entferne sie nicht von deinem Handy.</b> Installiere sie zu Hause, vor dem Abflug, in einem stabilen WLAN.
# $number counts the eSIMs of one order, $plan is “Japan · 10 GB · 7 days”.
mail-numbered = eSIM { $number }: { $plan }
mail-start-by-day = Starte bis <b>{ $day }</b>.
mail-qr-alt = QR-Code, der diese eSIM installiert
mail-scan = Scanne ihn mit dem Handy, das du mitnimmst. Liest du das schon auf diesem Handy? Öffne deine Bestellung, oder gib diese Codes ein:
mail-label-smdp = SM-DP+-Adresse
mail-label-code = Aktivierungscode
mail-label-both = Vollständiger Code (LPA), wenn dein Handy nur ein Feld hat
mail-label-iccid = eSIM-Nummer (ICCID)
mail-label-apn = APN
mail-confirmation-code = Dein Handy wird nach einem Bestätigungscode fragen. Antworte auf diese E-Mail, dann schicken wir ihn dir.
mail-land = Nach der Landung
mail-land-turn-on = Schalte die eSIM ein.
mail-land-roaming = Schalte Datenroaming dafür ein.
mail-land-data = Wähle sie für mobile Daten. Lass „Primär“ für Anrufe und Nachrichten eingestellt und schalte „Wechseln mobiler Daten erlauben“ aus.
mail-land-apn = Trag den APN ein, wenn der Tarif ihn braucht (z. B. data.esim).
mail-land-home-line = <b>Lass Datenroaming auf deiner eigenen Leitung aus.</b> Sonst kann dein eigener Anbieter dafür Geld verlangen.
mail-sent-back = Auf deine Karte erstattet
mail-secret = Wer den Code aus dieser E-Mail hat, kann deine eSIM nutzen: Leite sie nicht weiter.

## Paid, and the network takes its time

mail-received = { $n ->
    [one] Bezahlt: Deine eSIM ist unterwegs
   *[other] Bezahlt: Deine { $n } eSIMs sind unterwegs
}
mail-received-topup = Bezahlt: Deine Aufladung ist unterwegs
mail-received-slow = Deine Zahlung ist da. Das Netz braucht länger als sonst, und wir versuchen es weiter.
# $until is a day and a time; $n is how many eSIMs are awaited.
mail-received-until = { $n ->
    [one] Ist deine eSIM bis <b>{ $until }</b> nicht da, erstatten wir sie automatisch auf die Karte oder das Konto, mit dem du bezahlt hast. Wir schreiben dir in jedem Fall; du musst nichts tun.
   *[other] Ist eine eSIM bis <b>{ $until }</b> nicht da, erstatten wir sie automatisch auf die Karte oder das Konto, mit dem du bezahlt hast. Wir schreiben dir in jedem Fall; du musst nichts tun.
}
mail-received-until-topup = Ist sie bis <b>{ $until }</b> nicht da, erstatten wir sie automatisch auf die Karte oder das Konto, mit dem du bezahlt hast. Wir schreiben dir in jedem Fall; du musst nichts tun.
mail-received-see = Status ansehen

## Money goes back

# In the subject line.
mail-refunded = Deine Rückerstattung: { $amount }
mail-refunded-headline = Du bekommst { $amount } zurück
# $why is a whole sentence, one of refund-… below.
mail-refund-line = <b>{ $amount }</b> für { $plan }. { $why }
mail-refund-kept = { $kept } Gebühr wurden einbehalten, wie vor der Bestätigung angezeigt.
# $reference is the bank’s name for it: re_3Abc.
mail-refund-reference = Referenz der Erstattung: { $reference }
mail-refund-reference-at = Referenz der Erstattung: { $reference }, { $at }
mail-refund-when = Die Erstattung geht auf die Karte oder das Konto, mit dem du bezahlt hast. Bei Banken ist sie meist nach 5 bis 10 Tagen zu sehen; du musst nichts tun.

## Why money goes back: on the order’s page and in mails

refund-undeliverable = Das Netz konnte diese eSIM nicht liefern.
refund-undeliverable-topup = Das Netz konnte diese Aufladung nicht liefern.
refund-given-back = Du hast diesen Tarif vor der Nutzung storniert.
refund-given-back-topup = Du hast diese Aufladung vor der Nutzung storniert.
refund-fraud = Die Zahlung wurde als ohne Zustimmung des Karteninhabers gemeldet.
refund-other = Wir haben diese Zahlung erstattet.
refund-test = Dieser Shop ist im Testmodus, deshalb wurde nichts gekauft.

## The bank takes days over the payment

# A list of the plans follows.
mail-payment-delayed = Deine Bank bearbeitet die Zahlung für Bestellung { $order } noch, das kann einige Tage dauern:
mail-payment-delayed-then = Sobald die Zahlung da ist, bestellen wir und schreiben dir. Vorher wird nichts bestellt, und du musst nichts tun.

## The payment failed

mail-payment-failed = Deine Zahlung hat nicht geklappt
# A list of the plans follows.
mail-payment-failed-nothing = Die Zahlung für Bestellung { $order } wurde nicht ausgeführt; es wurde nichts bestellt und nichts abgebucht:
mail-payment-failed-again = Du kannst jederzeit noch einmal bestellen und eine andere Zahlungsart wählen.

## Top-up

mail-topped-up = Deine Aufladung ist bereit
# $plan was added to the eSIM that was bought as $esim.
mail-topped-up-added = <b>{ $plan }</b> wurde auf deine eSIM „{ $esim }“ geladen.

## Could not be given back

mail-not-given-back = Dein Tarif wurde nicht storniert
mail-not-given-back-started = Du wolltest <b>{ $plan }</b> stornieren. Der Tarif hatte schon begonnen, und dann lässt er sich nicht mehr stornieren.
mail-not-given-back-refused = Du wolltest <b>{ $plan }</b> stornieren. Das Netz hat ihn nicht storniert. Wir kümmern uns darum und schreiben dir.
mail-not-given-back-nothing = Es wurde nichts storniert und nichts erstattet: Deine eSIM bleibt, wie sie ist.

## The address of an order was corrected: told to the old one

mail-address-changed = E-Mails zu deiner Bestellung gehen jetzt an eine andere Adresse
mail-address-changed-what = E-Mails zur Bestellung { $order } gehen ab jetzt an eine andere Adresse, und mit dieser Adresse öffnest du die Bestellung unter „Meine eSIMs“ nicht mehr. { $shop } hat das geändert, wie es auf Wunsch von Käufern geschieht.
mail-address-changed-unasked = Du hast nicht darum gebeten? Antworte gleich auf diese E-Mail.

## Start it soon

mail-start-by = Starte deine eSIM bis { $day }
# $days is 0 on the last day itself.
mail-start-by-left = { $days ->
    [0] <b>{ $plan }</b> ist noch nicht gestartet. <b>Heute ist der letzte Tag.</b> Danach kann der Tarif automatisch beginnen und seine Tage verbrauchen oder nicht mehr funktionieren.
    [one] <b>{ $plan }</b> ist noch nicht gestartet. <b>Es bleibt ein Tag.</b> Danach kann der Tarif automatisch beginnen und seine Tage verbrauchen oder nicht mehr funktionieren.
   *[other] <b>{ $plan }</b> ist noch nicht gestartet. <b>Es bleiben { $days } Tage.</b> Danach kann der Tarif automatisch beginnen und seine Tage verbrauchen oder nicht mehr funktionieren.
}
mail-start-by-install = Installiere sie jetzt, in einem stabilen WLAN. Schalte sie mit ihrem Datenroaming ein, sobald du am Reiseziel bist: Dort startet der Tarif.
mail-start-by-installed = Sie ist schon auf deinem Handy: Lass sie dort. Schalte sie mit ihrem Datenroaming ein, sobald du am Reiseziel bist: Dort startet der Tarif.
mail-start-by-button = eSIM installieren
mail-start-by-give-back = Du reist doch nicht? Solange der Tarif nicht gestartet ist, kannst du ihn <a>stornieren und bekommst dein Geld zurück</a>.

## It has started

mail-live = Du bist online
mail-live-started = <b>{ $plan }</b> ist gestartet.
mail-live-home-line = <b>Prüf als Erstes, ob Datenroaming auf deiner eigenen Leitung aus ist.</b> Sonst kann dein eigener Anbieter dafür Geld verlangen. Auf der eSIM bleibt es an.
mail-live-see = Restdaten ansehen
mail-live-no-internet = Kein Internet? <a>Das ist der nächste Schritt</a>.

## Data runs low

# $left and $total are “1.9 GB” and “10 GB”; in the subject line.
mail-low = Noch { $left } von { $total }
mail-low-headline = Noch { $left }
mail-low-used = <b>{ $plan }</b>: { $used } von { $total } verbraucht.
mail-low-top-up = Eine Aufladung startet automatisch, wenn das hier aufgebraucht ist. Zu installieren ist nichts.
mail-low-as-of = Stand { $at }. Der Link ist nur für dich: Er öffnet ohne Anmeldung die Seite zum Aufladen dieser eSIM.

## It has ended

mail-used-up = Deine Daten sind aufgebraucht
mail-time-over = Dein Tarif ist beendet
mail-used-up-plan = <b>{ $plan }</b>: keine Daten mehr übrig.
mail-time-over-plan = <b>{ $plan }</b> ist abgelaufen.
mail-ended-go-on = Noch unterwegs? Lade dieselbe eSIM auf und mach weiter. Entferne die eSIM nicht von deinem Handy: Sie lässt sich nicht erneut installieren.
mail-ended-plans = Oder <a>sieh dir alle Tarife an</a>.
mail-ended-link = Der Link zum Aufladen ist nur für dich: Er öffnet die Seite dieser eSIM ohne Anmeldung.

## Signing in

mail-sign-in-to = Anmelden bei { $shop }
mail-sign-in = Melde dich an, um deine eSIMs zu sehen
mail-sign-in-once = { $minutes ->
    [one] Dieser Link gilt einmal, { $minutes } Minute lang.
   *[other] Dieser Link gilt einmal, { $minutes } Minuten lang.
}
mail-sign-in-button = Anmelden
mail-sign-in-unasked = Nicht von dir? Dann hat sich vermutlich jemand vertippt. Du kannst diese E-Mail ignorieren: Ohne den Link kann sich niemand anmelden.
