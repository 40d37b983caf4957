# Words of the phone’s own settings (Settings, Cellular, Add eSIM …) are to be those that the phone shows in your language.

## The order’s page

# $day is the day it was paid.
order-dated = Bestellung { $order } · { $day }
order-check-again = Noch einmal prüfen
order-continue-to-payment = Noch nicht bezahlt? Weiter zur Zahlung
# The name of a plan, before what became of its money.
order-returned-plan = { $plan }:
order-install = eSIM installieren
order-start = eSIM starten
order-sign-in = Melde dich an, um die Codes zu sehen
order-sign-in-why = QR-Code und Aktivierungscode siehst du nur in dem Browser, mit dem du gekauft hast, oder nach dem Anmelden. Wir schicken einen Link an die Adresse, mit der du bezahlt hast; er zeigt auch alle deine anderen eSIMs.
order-next = Wie es weitergeht
order-see-esim = eSIM ansehen
order-see-plan = Tarif noch einmal ansehen
order-see-plans = Tarife noch einmal ansehen
order-bought = Was du bestellt hast
order-topup-line = Aufladung: { $plan }
order-total = Summe
order-sent-back = Erstattet
order-where = Ein Link zu dieser Seite steht in deiner E-Mail, und alle deine eSIMs findest du unter <a>Meine eSIMs</a>.

## The order’s headline

order-awaiting-payment = Wir warten auf deine Zahlung
order-processing = Deine Zahlung ist unterwegs
order-failed = Deine Zahlung hat nicht geklappt
order-expired = Diese Bestellung wurde nicht bezahlt
order-person = Wir sehen uns deine Bestellung an
order-held = Wir prüfen diese Zahlung
order-given-back-paid = Storniert und erstattet
order-given-back = Storniert. Deine Erstattung ist unterwegs
order-coming-topup = Deine Aufladung kommt
order-ready-topup = Deine Aufladung ist auf deiner eSIM
order-coming = { $n ->
    [one] Deine eSIM kommt
   *[other] Deine { $n } eSIMs kommen
}
order-ready = { $n ->
    [one] Deine eSIM ist bereit
   *[other] Deine { $n } eSIMs sind bereit
}
order-yours = { $n ->
    [one] Deine eSIM
   *[other] Deine { $n } eSIMs
}
# $here is a part of $n: 1 of 3.
order-some-ready = { $here ->
    [one] { $here } von deinen { $n } eSIMs ist bereit
   *[other] { $here } von deinen { $n } eSIMs sind bereit
}
order-returning = Deine Erstattung ist unterwegs
order-returned = Du hast dein Geld zurück
order-test-ended = Diese Testbestellung ist beendet

## Below the headline

order-lead-awaiting-payment = Deine Zahlung ist noch nicht bei uns. Hast du gerade bezahlt, dauert es ein paar Sekunden, und deine eSIM kommt automatisch.
order-lead-processing = Deine Bank bearbeitet die Zahlung noch, das kann einige Tage dauern. Sobald sie da ist, bestellen wir deine eSIM und schicken sie dir per E-Mail; vorher wird nichts bestellt.
order-lead-failed = Die Zahlung hat nicht geklappt. Es wurde nichts bestellt und nichts abgebucht. Du kannst noch einmal bestellen und eine andere Zahlungsart wählen.
order-lead-expired = Die Zahlungsseite wurde geschlossen oder war zu lange offen, also wurde nichts abgebucht und nichts bestellt. Den Tarif gibt es weiterhin.
order-lead-person = Wir müssen diese Bestellung prüfen; unser Team ist informiert. Du musst nichts tun; schreib uns, wenn du mehr wissen möchtest.
order-lead-held = Deine Bank oder Stripe prüft diese Zahlung. Bis das abgeschlossen ist, wird nichts bestellt.
order-lead-topup = Sie startet automatisch, wenn der Tarif davor aufgebraucht oder abgelaufen ist.
order-lead-ready-several = Eine für jedes Handy. Installiere sie zu Hause, vor dem Abflug, in einem stabilen WLAN; jede dauert zwei Minuten.
order-lead-ready-each = Eine für jeden Teil deiner Reise. Installiere sie alle zu Hause, vor dem Abflug, in einem stabilen WLAN; jede dauert zwei Minuten.
order-lead-ready = Installiere sie zu Hause, vor dem Abflug, in einem stabilen WLAN. Es dauert zwei Minuten.
order-lead-stranger = Die Codes siehst du nur in dem Browser, mit dem du gekauft hast, oder wenn du dich mit der Adresse anmeldest, mit der du bezahlt hast.
order-lead-returning = Du musst nichts tun. Bei Banken ist eine Erstattung meist nach 5 bis 10 Tagen zu sehen.
order-lead-returned = Die Erstattung ging auf die Karte oder das Konto, mit dem du bezahlt hast. Bei Banken ist sie meist nach 5 bis 10 Tagen zu sehen.
order-lead-test-ended = Sie wurde aufgegeben, als der Shop noch im Testmodus war. Jetzt nimmt er echte Zahlungen an, deshalb passiert hier nichts mehr. Echtes Geld ist nie geflossen.
order-lead-seconds = Meist dauert es ein paar Sekunden.
# $until is a time: 10:32 UTC.
order-lead-until = Meist dauert es ein paar Sekunden. Hat das Netz bis { $until } nicht geliefert, bekommst du dein Geld automatisch zurück. Du kannst diese Seite schließen: Wir schreiben dir eine E-Mail.
order-lead-until-unclear = Vom Netz kam keine klare Antwort, wir fragen weiter nach. Hat es bis { $until } nicht geliefert, bekommst du dein Geld automatisch zurück. Du kannst diese Seite schließen: Wir schreiben dir eine E-Mail.

## The clock of what happened when: its stations, one or two words each

order-step-paid = Bezahlt
order-step-ordered = Bestellt
order-step-not-ordered = Nicht bestellt
order-step-ready = Bereit
order-step-added = Aufgeladen
order-step-mailed = E-Mail verschickt
order-step-payment-failed = Zahlung gescheitert
order-step-not-paid = Nicht bezahlt
order-step-not-added = Nicht aufgeladen
order-step-not-delivered = Nicht geliefert
order-step-some-ready = { $here } von { $n } bereit
order-step-given-back = Storniert
order-step-mail-refused = E-Mail abgelehnt
order-step-refund-came-back = Erstattung kam zurück
order-step-refunded = Erstattet
order-step-refund-on-its-way = Erstattung unterwegs

## Below a station that has no time yet

order-note-not-yet = noch nicht
order-note-bank = unterwegs von deiner Bank
order-note-nothing-taken = nichts abgebucht
order-note-nothing-charged = nichts abgebucht
order-note-about-to-be = in Kürze
order-note-some = bisher { $here } von { $n }
order-note-esim-page = auf der Seite deiner eSIM steht alles
order-note-this-page = auf dieser Seite steht alles
order-note-on-its-way = unterwegs
order-note-late = verspätet, wir versuchen es weiter
order-note-person = wir kümmern uns darum
order-mail-refused = E-Mails an <b>{ $address }</b> werden abgelehnt. Stimmt die Adresse nicht, schreib mit der Nummer { $order } an <a>{ $email }</a>: Wir berichtigen sie und schicken die E-Mail noch einmal.

## What became of the money of one plan. $why is a whole sentence.

order-refund-sent-on = { $amount } am { $day } erstattet. { $why }
order-refund-sent = { $amount } erstattet. { $why }
order-refund-on-its-way = Erstattung von { $amount } unterwegs. { $why }
order-refund-came-back = { $amount } kamen von der Bank an uns zurück; wir kümmern uns darum. { $why }
order-refund-topup = Das Netz konnte die Aufladung nicht auf deine eSIM bringen.

## An eSIM and how to install it

# One of several in an order. $number is 2, $all is 3.
card-number = eSIM { $number } von { $all }
card-first-phone = Ist das das Handy, das du auf die Reise mitnimmst? Dann installiere sie gleich hier.
card-first-iphone-elsewhere = Öffne diese Seite in Safari: Nur dort kann das iPhone mit einem Tipp installieren. Oder gib die beiden Codes unten ein.
card-first-android-elsewhere = Öffne diese Seite in Chrome: Aus einer App heraus lässt sich die eSIM nicht installieren. Oder gib die Codes unten ein.
card-first-iphone-old = Öffne auf diesem iPhone Einstellungen → Mobilfunk → eSIM hinzufügen → QR-Code verwenden → Details manuell eingeben, und kopiere die beiden Codes unten.
card-first-other = Scanne den QR-Code mit der Kamera des Handys, das du mitnimmst.
card-tap-iphone = Auf diesem iPhone installieren
card-tap-iphone-hint = Dein iPhone öffnet seine eigene Installation und fragt, bevor es die eSIM hinzufügt.
card-tap-android = Installation mit einem Tipp versuchen
card-tap-android-hint = Geht auf Pixel- und Samsung-Handys in Chrome. Passiert nichts, scanne den QR-Code oder gib die Codes ein.
card-qr-iphone = Halte in Safari den Finger auf den Code und wähle „eSIM hinzufügen“. Oder zeig diese Seite auf einem anderen Bildschirm und scanne ihn.
card-qr-phone = Zeig diese Seite auf einem anderen Bildschirm und scanne den Code mit diesem Handy.
card-qr-other = Öffne die Kamera des Handys, das du mitnimmst, und richte sie auf diesen Code.
card-qr-alt = QR-Code, der deine eSIM installiert
# $esim is “eSIM 2 of 3”.
card-qr-alt-of = QR-Code zum Installieren: { $esim }
card-smdp = SM-DP+-Adresse
card-code = Aktivierungscode
card-both = Vollständiger Code (LPA), für Android
# After “Copy the …”, for screen readers.
card-copy-smdp = SM-DP+-Adresse
card-copy-code = Aktivierungscode
card-copy-both = vollständiger Code
card-confirmation-code = Dein Handy wird nach einem Bestätigungscode fragen. Schreib uns, dann schicken wir ihn dir.
card-code-waits = Wir fragen den Code dieser eSIM gerade noch einmal beim Netz ab. Lade diese Seite in einer Minute neu. Mit der eSIM selbst ist alles in Ordnung.

## A page that cannot be shown

fault-not-found = Seite nicht gefunden
fault-not-found-text = Vielleicht ist die Adresse falsch geschrieben, oder die Seite gehört jemand anderem.
fault-origin = Diese Anfrage konnten wir nicht prüfen
fault-origin-text = Öffne die Seite hier und versuch es noch einmal.
fault-look-up = Das können wir gerade nicht laden
fault-show = Diese Seite ließ sich nicht anzeigen
fault-nothing-lost = Nichts ist verloren: Deine Bestellungen und Zahlungen werden weiter bearbeitet. Versuch es in einer Minute noch einmal.
fault-yours = Ist es deine? Du bist in diesem Browser nicht angemeldet. Gib die E-Mail-Adresse ein, mit der du bezahlt hast: Wir schicken dir einen Link zum Anmelden, ein Passwort brauchst du nicht.
fault-to-shop = Zurück zum Shop

## Signing in

sign-in = Anmelden
sign-in-lead = Gib die E-Mail-Adresse ein, mit der du bezahlt hast. Wir schicken dir einen Link zu deinen eSIMs; ein Passwort brauchst du nicht.
sign-in-just-bought = Gerade gekauft? Auf der Seite deiner Bestellung steht alles, in dem Browser, mit dem du bezahlt hast.
sign-in-type-address = Gib deine E-Mail-Adresse ein, z. B. ada@example.com.
sign-in-sent = Sieh in deinem Postfach nach
# $email is what was typed.
sign-in-sent-lead = { $minutes ->
    [one] Wenn mit <b>{ $email }</b> hier gekauft wurde, ist ein Anmeldelink unterwegs. Er gilt einmal, { $minutes } Minute lang.
   *[other] Wenn mit <b>{ $email }</b> hier gekauft wurde, ist ein Anmeldelink unterwegs. Er gilt einmal, { $minutes } Minuten lang.
}
sign-in-sent-nothing = Nach ein paar Minuten nichts da? Sieh im Spam-Ordner nach, prüf oben die Schreibweise, oder nimm die Adresse, an die deine Quittung ging.
sign-in-another-address = Andere Adresse verwenden
sign-in-one-press = { $days ->
    [one] In diesem Browser { $days } Tag lang angemeldet bleiben.
   *[other] In diesem Browser { $days } Tage lang angemeldet bleiben.
}
sign-in-elsewhere = Dieser Link wurde in einem anderen Browser angefordert. Melde dich nur an, wenn du das warst.
sign-in-and-see = Anmelden und meine eSIMs ansehen
sign-in-not-your-device = Ist das nicht dein eigenes Gerät? Melde dich ab, wenn du fertig bist.
sign-in-used-up = Dieser Link gilt nicht mehr
sign-in-used-up-lead = { $minutes ->
    [one] Ein Anmeldelink gilt einmal, { $minutes } Minute lang. Fordere einen neuen an.
   *[other] Ein Anmeldelink gilt einmal, { $minutes } Minuten lang. Fordere einen neuen an.
}
sign-in-new-link = Neuen Link per E-Mail schicken
card-other-ways = Andere Wege zu installieren
## Wohin eine Bestellung gemailt wird

order-mailed-to = Unsere E-Mails gehen an <b>{ $address }</b>. <a>Ändern oder noch einmal senden</a>
order-mail-slip = Stimmt deine Adresse? Eingegeben hast du <b>{ $typed }</b>. Meintest du <b>{ $meant }</b>? <a>Korrigieren</a>
mailed-title = Wohin wir deine Bestellung mailen
mailed-title-error = Fehler: { $title }
mailed-now = Unsere E-Mails zu dieser Bestellung gehen an <b>{ $address }</b>.
mailed-again-button = Noch einmal senden
mailed-again-done = Sie ist noch einmal unterwegs an <b>{ $address }</b>. Warte eine Minute und sieh auch im Spam-Ordner nach.
mailed-nothing-yet = Noch ist nichts geliefert. Sobald deine eSIM bereit ist, mailen wir sie an <b>{ $address }</b>.
mailed-too-often = Noch einmal senden geht einmal pro Minute, höchstens fünfmal am Tag.
mailed-change = Eine andere Adresse
mailed-change-why = Wir mailen deine Bestellung an die neue Adresse und teilen der alten die Änderung mit, ohne Code. Links in Mails an die alte Adresse funktionieren dann nicht mehr.
mailed-change-button = Ändern und senden
mailed-change-done = Geändert. Unsere E-Mails zu dieser Bestellung gehen jetzt an <b>{ $address }</b>.
mailed-changed-too-often = Die Adresse wurde heute dreimal geändert. Stimmt sie noch nicht, schreib uns.
mailed-same = Diese Adresse haben wir schon.
mailed-installed = Die eSIM ist bereits installiert, darum lässt sich die E-Mail-Adresse hier nicht mehr ändern. Schreib uns, wenn es nötig ist.
mailed-back = Zurück zur Bestellung
