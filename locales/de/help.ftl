# Names of settings are those that phones of this language show.

## Phone settings, drawn: short words

draw-cellular = Mobilfunk
draw-cellular-data = Mobile Daten
draw-sims = SIMs
draw-primary = Primär
draw-primary-on = Ein · Anrufe und Nachrichten
draw-esim-on = Ein · Daten auf Reisen
draw-add-esim = eSIM hinzufügen
draw-turn-on = Diese Leitung aktivieren
draw-label = Beschriftung
draw-roaming = Datenroaming
draw-on-primary = Auf der Leitung „Primär“
draw-roaming-off = Datenroaming bleibt aus
draw-home = SIM 1 · Zuhause
draw-home-for = Anrufe, Nachrichten
draw-travel = eSIM · Reise
draw-travel-for = Mobile Daten, Roaming ein
draw-add-sim = + SIM hinzufügen
draw-preferred = Bevorzugt für
draw-calls-by = Anruf: SIM 1
draw-data-by = Daten: eSIM

## On every guide

guide-once = <b>Diese eSIM lässt sich nur einmal installieren. Entferne sie nicht von deinem Handy.</b> Beim Entfernen wird sie endgültig gelöscht und kann nicht erneut installiert werden.
guide-home = Installiere sie zu Hause, vor dem Abflug, in einem stabilen WLAN. Manche Länder sperren die Seiten von eSIM-Shops.
guide-phone = Das Handy darf nicht an einen Anbieter gebunden sein und muss eSIM unterstützen: Wähle <code>*#06#</code>; erscheint eine EID, unterstützt es eSIM.
guide-stuck = Klappt es noch nicht?
guide-write = Schreib an <a>{ $email }</a>, mit deiner Bestellnummer und der genauen Meldung deines Handys. Schick nie den QR-Code oder den Aktivierungscode: Wer ihn hat, kann deine eSIM installieren.
guide-install = eSIM installieren
guide-start = eSIM starten
guide-at-destination = Am Reiseziel:
abroad-title = Schon im Ausland? Nutz das WLAN am Flughafen
abroad-lead = Die eSIM wird einmal heruntergeladen, und dafür brauchst du eine Verbindung: etwa zwei Minuten WLAN. Lass Datenroaming für deine eigene Leitung ausgeschaltet.
abroad-join = Verbinde dich mit dem WLAN am Flughafen, im Hotel oder in einem Café. Verlangt es eine Anmeldung, ohne dass eine Seite erscheint, öffne im Browser irgendeine Website.
abroad-install = Installiere die eSIM von dieser Seite aus und bleib in diesem WLAN, bis das Handy meldet, dass sie hinzugefügt ist.
abroad-install-guide = Öffne auf dem Handy die Seite deiner Bestellung, aus unserer E-Mail oder unter <a>Meine eSIMs</a>, und installiere die eSIM. Bleib in diesem WLAN, bis das Handy meldet, dass sie hinzugefügt ist.
abroad-blocked = Es klappt nicht? Schalte ein VPN aus und versuch es dann in einem anderen Netz oder über den Hotspot von Mitreisenden: Manche Netze blockieren den Download.
abroad-roaming = Gar kein WLAN? Auch über Datenroaming deiner eigenen Leitung lässt sie sich herunterladen, zum Preis deines Anbieters. Schalte es wieder aus, sobald die eSIM installiert ist.
abroad-start = Starte danach die eSIM: Schalte sie und ihr Datenroaming ein und nutz sie für mobile Daten. Ab dann brauchst du kein WLAN mehr.

## Help

help-title = Hilfe
help-description = So installierst und startest du deine eSIM, und das hilft, wenn etwas nicht funktioniert.
help-lead = Nur zwei Schritte: zu Hause installieren, nach der Landung einschalten.
help-iphone = Auf dem iPhone installieren
help-iphone-about = iOS, Schritt für Schritt
help-trouble = Fehlerbehebung
help-trouble-about = was das Handy anzeigt, was du tun kannst
help-devices-about = in zehn Sekunden geprüft
help-data-about = wenig, Alltag, viel – mit Quellen
help-mine-about = Restdaten, Aufladung, der QR-Code noch einmal
help-refunds-about = wann du Geld zurückbekommst
help-asked = Häufige Fragen
help-paid = Ich habe bezahlt. Wo ist meine eSIM?
help-paid-text = Auf der Seite, zu der du nach dem Bezahlen zurückgekommen bist, und in deiner E-Mail. Beide zeigen den QR-Code, sobald er bereit ist. Seite geschlossen? Melde dich unter <a>Meine eSIMs</a> mit der E-Mail-Adresse an, mit der du bezahlt hast. Können wir nicht liefern, bekommst du dein Geld automatisch zurück.
help-same-phone = Der QR-Code ist auf dem Handy, das ihn scannen soll
help-same-phone-text = Öffne die Seite deiner Bestellung auf diesem Handy: Dort kannst du direkt installieren. Sonst gib die SM-DP+-Adresse und den Aktivierungscode ein; beide stehen unter dem QR-Code, mit einem Knopf zum Kopieren.
help-days-text = Sobald sich die eSIM am Reiseziel zum ersten Mal mit einem Netz verbindet. Starte sie innerhalb von 60 Tagen nach dem Kauf: Danach kann sie automatisch beginnen oder nicht mehr funktionieren.
help-not-travelled = Ich bin doch nicht gereist
help-not-travelled-text = Einen ungenutzten Tarif kannst du selbst stornieren: Öffne die eSIM unter <a>Meine eSIMs</a> und tipp auf „Stornieren und Geld zurück“. Du siehst den Betrag, bevor du bestätigst. <a2>Rückerstattung</a2>
help-charged = Berechnet mir mein eigener Anbieter etwas?
help-charged-text = Nicht, wenn auf deiner eigenen Leitung Datenroaming und „Wechseln mobiler Daten erlauben“ aus sind. Anrufe, die du annimmst, und SMS, die du über deine eigene Leitung schickst, berechnet dein Anbieter zu seinen Preisen.
help-more = Ich brauche mehr Daten
help-more-text = Melde dich unter <a>Meine eSIMs</a> an, öffne die eSIM und tipp auf „Aufladen“: Die Daten kommen auf dieselbe eSIM, neu installieren musst du nichts. Gibt es keine Aufladung, bekommst du einen neuen Tarif als eigene eSIM; dein Handy kann beide behalten.
help-address = Ich habe mich bei der E-Mail-Adresse vertippt
help-address-text = Der QR-Code bleibt auf der Seite deiner Bestellung, in dem Browser, mit dem du gekauft hast. Schreib mit der Bestellnummer an <a>{ $email }</a>, dann ändern wir die Adresse.

## Install on iPhone

iphone-description = Eine Reise-eSIM auf dem iPhone installieren und starten, Schritt für Schritt.
iphone-lead = Öffne die Seite deiner Bestellung auf dem iPhone in Safari und tipp auf <b>Auf diesem iPhone installieren</b> (ab iOS 17.4). Oder:
iphone-add = <b>Einstellungen → Mobilfunk → eSIM hinzufügen</b> (je nach iOS-Version auch: Mobiles Netz).
iphone-qr = <b>QR-Code verwenden</b> und den Code von einem anderen Bildschirm scannen. Auf demselben Handy: den Finger auf den QR-Code halten, oder <b>Details manuell eingeben</b> wählen und SM-DP+-Adresse und Aktivierungscode kopieren.
iphone-where = Ab iOS 26 fragt das iPhone vielleicht, ob du die eSIM zu Hause oder im Ausland nutzt: Wähl „im Ausland“.
iphone-rename = <b>Benenne die Leitung um,</b> z. B. in „eSIM“, damit du sie von deiner eigenen unterscheidest.
iphone-primary = <b>Lass „Primär“ als Standardleitung</b> für Anrufe und Nachrichten.
iphone-switching = <b>Schalte „Wechseln mobiler Daten erlauben“ aus,</b> damit deine eigene Leitung im Ausland keine Daten verbraucht.
iphone-drawn-lines = Zeichnung von Einstellungen, Mobilfunk: Die Leitung eSIM steht unter „Primär“, beide sind eingeschaltet
iphone-on = <b>Schalte die eSIM ein.</b> Einstellungen → Mobilfunk → eSIM → Diese Leitung aktivieren.
iphone-roaming = <b>Schalte Datenroaming ein,</b> für diese Leitung. Auf deiner eigenen bleibt es aus.
iphone-data = <b>Wähle sie für mobile Daten.</b> Einstellungen → Mobilfunk → Mobile Daten → eSIM.
iphone-apn = <b>Trag den APN ein, wenn der Tarif ihn braucht,</b> z. B. <code>data.esim</code>: Einstellungen → Mobilfunk → eSIM → Mobiles Datennetzwerk. Ob er nötig ist, steht auf der Seite deiner Bestellung.
iphone-drawn-roaming = Zeichnung der Einstellungen der Leitung eSIM: „Diese Leitung aktivieren“ und Datenroaming sind ein; auf der Leitung „Primär“ bleibt das Roaming aus

## Install on Android

android-lead = Öffne die Seite deiner Bestellung auf dem Handy und tipp auf <b>Installation mit einem Tipp versuchen</b>: Das geht mit Chrome auf vielen Pixel- und Samsung-Handys. Sonst:
android-pixel-add = <b>Einstellungen → Netzwerk &amp; Internet → SIMs → SIM hinzufügen</b> (oder +).
android-pixel-set = <b>eSIM einrichten,</b> dann den QR-Code von einem anderen Bildschirm scannen. Auf demselben Handy <b>Brauchst du Hilfe? → Manuell eingeben</b> wählen und den Code einfügen.
android-samsung-add = <b>Einstellungen → Verbindungen → SIM-Manager → eSIM hinzufügen.</b>
android-samsung-scan = <b>QR-Code scannen</b> oder auf demselben Handy <b>Aktivierungscode eingeben.</b>
android-others = Andere Hersteller
android-others-text = Such in den Einstellungen nach „SIM“, „Mobilfunknetz“ oder „eSIM“, oder gib „eSIM“ in die Suche der Einstellungen ein.
android-drawn = Zeichnung der SIM-Einstellungen: Anrufe bleiben bei der eigenen SIM, mobile Daten laufen über die eSIM mit eingeschaltetem Roaming
android-on = <b>Schalte die eSIM ein,</b> in den SIM-Einstellungen.
android-roaming = <b>Schalte Roaming dafür ein.</b> Auf deiner eigenen SIM bleibt es aus.
android-data = <b>Wähle sie als SIM für mobile Daten.</b>
android-apn = <b>Trag den APN ein, wenn der Tarif ihn braucht,</b> z. B. <code>data.esim</code>: eSIM → Zugangspunkte (APNs) → +. Ob er nötig ist, steht auf der Seite deiner Bestellung.

## When something does not work
# What phones say is quoted in this language, and in English too where travellers search for it.

trouble-title = Fehlerbehebung
trouble-description = Die Meldungen, die Handys zeigen, wenn eine eSIM nicht funktioniert: was sie bedeuten und was du tun kannst.
trouble-lead = Such die Meldung, die dein Handy anzeigt.
trouble-mine = Hier gekauft? Öffne deine eSIM unter <a>Meine eSIMs</a> und tipp auf „Kein Internet?“: Wir prüfen diese eSIM und zeigen dir den nächsten Schritt.
trouble-installing = Beim Installieren
trouble-locked = „Mobilfunktarife dieses Anbieters können nicht hinzugefügt werden“ (“Cellular plans from this carrier cannot be added”)
trouble-locked-text = Das Handy ist an den Anbieter gebunden, der es verkauft hat. Bitte ihn, es zu entsperren, und scanne dann noch einmal. Der Code ist nicht verbraucht.
trouble-change = „Mobilfunkwechsel konnte nicht abgeschlossen werden“ (“Cellular change could not be completed” · “Unable to complete cellular plan change”)
trouble-change-text = Der Code wurde schon benutzt, auf diesem Handy oder einem anderen, oder die Verbindung ist abgebrochen. Sieh zuerst unter Einstellungen → Mobilfunk nach, ob die eSIM da ist. Wenn nicht: Handy neu starten, in ein anderes WLAN gehen und noch einmal scannen.
trouble-activate = „eSIM kann nicht aktiviert werden“ (“Unable to activate eSIM”) · „eSIM kann nicht hinzugefügt werden“ (“eSIM cannot be added”) · „Aktivierung fehlgeschlagen“ (“Activation failed”)
trouble-activate-text = Meist liegt es an der Verbindung: eSIMs werden vom Server des Anbieters geladen. Schalte jedes VPN aus, geh in ein stabiles WLAN, starte das Handy neu und versuch es noch einmal. Ein Handy fasst mehrere eSIMs, aber nicht beliebig viele: Ist es voll, entferne eine alte, die du nicht mehr brauchst, nie diese hier.
trouble-invalid = „Dieser Code ist nicht mehr gültig“ (“This code is no longer valid”) · „Ungültiger QR-Code“ (“Invalid QR code”)
trouble-invalid-text = Der Code wurde schon benutzt oder nicht vollständig gelesen. Scanne ihn von einem größeren Bildschirm, oder gib die SM-DP+-Adresse und den Aktivierungscode manuell ein. Groß- und Kleinschreibung zählt: Nimm die Knöpfe zum Kopieren.
trouble-no-menu = In meinen Einstellungen gibt es kein „eSIM hinzufügen“
trouble-no-menu-text = Vielleicht unterstützt das Handy keine eSIM: Wähle <code>*#06#</code>. Erscheint keine EID, unterstützt es sie nicht. Die meisten in Festlandchina verkauften iPhones auch nicht.
trouble-there = Am Reiseziel
trouble-no-internet = Verbunden, aber kein Internet
trouble-is-on = Ist die eSIM eingeschaltet?
trouble-is-roaming = Ist <b>Datenroaming</b> für sie an? Das muss es sein: Der Tarif nutzt das Netz vor Ort per Roaming.
trouble-is-data = Ist sie die Leitung für mobile Daten?
trouble-is-apn = Trag den APN so ein, wie es auf der Seite deiner Bestellung steht, z. B. <code>data.esim</code>.
trouble-airplane = Schalte den Flugmodus für zehn Sekunden ein und wieder aus.
trouble-no-service = „Kein Netz“ (“No Service”) · „Nur SOS“ (“SOS only”) · „Nur Notrufe“ (“Emergency calls only”)
trouble-no-service-text = Wähle das Netz manuell: Einstellungen → Mobilfunk → eSIM → Netzauswahl, „Automatisch“ ausschalten und eines der Netze wählen, die „Kein Internet?“ unter <a>Meine eSIMs</a> nennt. Auf Android: SIM-Einstellungen → Netzwerk automatisch auswählen.
trouble-slow = Es ist langsam
trouble-slow-text = Versuch manuell ein anderes Netz des Tarifs, wie oben. Prüf, ob das Handy auf 4G oder 5G steht.
trouble-used-up = Meine Daten sind aufgebraucht
trouble-used-up-text = Öffne die eSIM unter <a>Meine eSIMs</a> und tipp auf „Aufladen“: Die Daten kommen auf dieselbe eSIM.
trouble-removed = Ich habe die eSIM entfernt
trouble-removed-text = Eine entfernte eSIM lässt sich nicht erneut installieren. Wurde ihr Tarif nie genutzt, kannst du ihn vielleicht unter <a>Meine eSIMs</a> stornieren und dein Geld zurückbekommen.
trouble-removed-again = Brauchst du weiter Daten, <a>wähl einen neuen Tarif</a>: Er kommt als neue eSIM mit eigenem Code.
trouble-order = Bestellungen
trouble-no-code = Ich habe bezahlt und sehe keinen QR-Code
trouble-no-code-text = Die Seite der Bestellung zeigt, was geschehen ist, was als Nächstes kommt und wann wir automatisch erstatten. Tipp auf „Noch einmal prüfen“, oder melde dich unter <a>Meine eSIMs</a> an.
trouble-no-mail = Die E-Mail ist nicht angekommen
trouble-no-mail-text = Sieh im Spam-Ordner nach. Alles aus der E-Mail steht auch auf der Seite deiner Bestellung.

## Will it work on my phone?

devices-title = Funktioniert es auf meinem Handy?
devices-description = Prüf in zehn Sekunden, ob dein Handy eine eSIM nutzen kann.
devices-lead = In zehn Sekunden geprüft.
devices-model = Modell deines Handys
devices-check = Prüfen
devices-drawn = Zeichnung eines Handys, auf dem *#06# gewählt wurde: Eine EID wird angezeigt
devices-back = Zurück zu { $plan }
devices-dial = <b>Wähle <code>*#06#</code>,</b> als würdest du anrufen.
devices-eid = <b>Erscheint eine EID?</b> Dann unterstützt das Handy eSIM. Ohne EID nicht.
devices-unlocked = <b>Ist es entsperrt?</b> iPhone: Unter Einstellungen → Allgemein → Info → Netzbetreibersperre steht „Keine SIM-Einschränkungen“. Android: Probier die SIM eines anderen Anbieters aus, oder frag den Laden, der es verkauft hat.
devices-which = Handys, die eSIM unterstützen
devices-maker = Hersteller
devices-from = Ab
devices-not = Außer
devices-google = Pixel 4 und neuer; die meisten Pixel 3a und 3
devices-others = Andere
devices-others-not = je nach Verkaufsland verschieden: Wähle <code>*#06#</code>
devices-decides = Die Liste ist ein Anhaltspunkt; die EID entscheidet.
devices-tablets = Tablets und Laptops
devices-tablets-text = Viele iPads und einige Windows-Laptops unterstützen eSIM. Der Tarif ist für Daten, also funktioniert er dort auch; such in den Einstellungen nach einer EID.

## How much data

data-title = Wie viele Daten brauche ich?
data-description = Wie viele mobile Daten eine Reise braucht, je nachdem, wie du dein Handy nutzt, und woher unsere Zahlen kommen.
data-lead = Vor allem Videos verbrauchen Daten. Mit diesen Zahlen rechnen unsere Tarifseiten und der Reiseplaner.
data-a-day = Daten am Tag
data-light = Karten, Nachrichten, E-Mails, ein paar Fotos
data-everyday = Dasselbe und dazu soziale Medien, Musik und ab und zu ein Video ohne WLAN
data-heavy = Jeden Tag stundenlang Videos oder Videoanrufe
data-rule = So wählen wir einen Tarif
data-rule-text = Wir nehmen die Zahl mal deine Tage und wählen den günstigsten Tarif, der so lange gilt und so viele Daten mit voller Geschwindigkeit hat. Gibt es keinen, sagen wir das und zeigen den, der am weitesten reicht.
data-sources = Woher die Zahlen kommen
data-source-average = Ein durchschnittliches Smartphone brauchte 2023 im Monat 17 GB mobile Daten, also 0,6 GB am Tag: <a>Ericsson Mobility Report, Juni 2025</a>. Auf Reisen gibt es weniger WLAN, deshalb rechnen wir im Alltag mit 1 GB.
data-source-video = Eine Stunde Video braucht bis zu 0,3 GB in niedriger, 0,7 GB in mittlerer und 3 GB in hoher Qualität: <a>Netflix-Hilfe</a>. Vier Stunden in mittlerer Qualität sind die 3 GB bei „Viel“.
data-source-measured = Fünf Minuten Karten brauchen 12 MB, ein gepostetes Foto 17 MB, eine Stunde Musik 157 MB, eine Stunde Videoanruf 300 MB: <a>gemessen von Saily, 2025</a>. Eine Stunde Karten, deine Nachrichten und ein paar Fotos sind die 0,3 GB bei „Wenig“.
data-less = Damit es länger reicht
data-less-text = Lade Karten und Musik vor der Abreise im WLAN, stell Videos auf mittlere Qualität und schalte den Datensparmodus ein (iPhone) oder „Datenverbrauch reduzieren“ (Android).
