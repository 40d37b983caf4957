# Words of the phone’s own settings (Cellular, Data Roaming, Network Selection …) are to be those that the phone shows in your language.
# “eSIM”, “APN”, “ICCID”, “SM-DP+”, “EID” and “QR” stay as they are. An “add-on” is a further plan on an eSIM that exists; a “top-up” is buying one.

## Amounts

# $data is “1 MB”.
amount-under = unter { $data }
# $days is not a whole number: “2.5”.
amount-days-and-a-part = { $days } Tage

## An eSIM, on all of its pages

# $phrase is “7.4 GB of 10 GB left” or the like: only what ends a sentence is added.
esim-sentence = { $phrase }.
esim-data = Daten
esim-number = eSIM-Nummer (ICCID)
esim-apn = APN
esim-order = Bestellung
esim-back = Zurück zur eSIM
esim-check-again = Noch einmal prüfen
esim-see-the-plans = Tarife ansehen
# Networks of which we do not know the country, at the end of a list of countries.
esim-elsewhere = Anderswo
esim-ready-to-install = Bereit zum Installieren
esim-on-a-phone = Installiert, nicht gestartet
esim-in-use = In Benutzung
esim-plan-has-ended = Tarif beendet
esim-switched-off = Endgültig abgeschaltet
esim-something-wrong = Es gibt ein Problem
esim-given-back = Storniert
# $word is the network’s own, in English.
esim-network-says = Status laut Netz: { $word }
esim-brief-not-installed = Installiere sie zu Hause, in einem stabilen WLAN, vor dem Abflug. Es dauert zwei Minuten.
esim-brief-not-started = Zu Hause ist nichts mehr zu tun: Sie startet, sobald sie sich am Reiseziel zum ersten Mal verbindet.
esim-brief-nothing-used = Sie hat sich mit einem Netz verbunden, aber noch keine Daten übertragen.
esim-brief-use-unknown = Sie hat sich am Reiseziel mit einem Netz verbunden.
esim-brief-works = Alles in Ordnung.
esim-brief-add-on-waits = Der Tarif davor ist zu Ende; deine Aufladung startet automatisch.
esim-brief-data-gone = Alle Daten sind verbraucht. Du kannst dieselbe eSIM aufladen.
esim-brief-time-over = Die Tage sind abgelaufen. Du kannst dieselbe eSIM aufladen.
esim-brief-nothing-to-add = Der Tarif ist zu Ende und lässt sich nicht aufladen. Einen neuen Tarif bekommst du als neue eSIM.
esim-brief-given-back = Du hast sie storniert; sie funktioniert nicht mehr.
esim-brief-switched-off = Das Netz schaltet eine eSIM 60 Tage nach dem Ende ihres letzten Tarifs ab.
esim-brief-broken = Das Netz meldet einen Fehler an dieser eSIM. Das ist selten, und es liegt nicht an dir.
esim-brief-unexplained = Das Netz meldet einen Status, den wir nicht kennen. Schreib uns, wenn sie nicht funktioniert.

## A package (a plan on an eSIM): its state and figures

package-of-elsewhere = Ein Tarif, der nicht hier gekauft wurde
package-given-back = Storniert
package-being-given-back = Wird storniert
package-starting = Startet gerade
package-waits = Wartet auf den Start
package-in-use = In Benutzung
package-used-up = Aufgebraucht
package-days-over = Tage abgelaufen
package-ended-by-hand = Manuell beendet
# In a ring, below “7.4 GB” or “4 days” in large letters. $all is “10 GB” or “7 days”.
package-of-all-left = von { $all } übrig
# $used and $all are “2.6 GB” and “10 GB”. No full stop: it stands in a table too.
package-used = { $used } von { $all } verbraucht
# $used and $all are “3 days” and “7 days”.
package-days-used = { $used } von { $all } genutzt. Unbegrenzte Daten: Gezählt werden die Tage
# $all is “10 GB” or “7 days”. No full stop.
package-not-started = { $all }, nicht gestartet
# $left and $all are “7.4 GB” and “10 GB”, or “4 days” and “7 days”. No full stop.
package-left = { $left } von { $all } übrig
# $days is 0 where it is not known how many they are.
package-begins-at-destination =
    { $days ->
        [0] Die Tage zählen, sobald sich die eSIM am Reiseziel zum ersten Mal mit einem Netz verbindet.
        [one] Der eine Tag zählt, sobald sich die eSIM am Reiseziel zum ersten Mal mit einem Netz verbindet.
       *[other] Die { $days } Tage zählen, sobald sich die eSIM am Reiseziel zum ersten Mal mit einem Netz verbindet.
    }
# $days is 0 where it is not known how many they are.
package-begins-after-another =
    { $days ->
        [0] Die Tage zählen, sobald dieser Tarif den vorherigen ablöst.
        [one] Der eine Tag zählt, sobald dieser Tarif den vorherigen ablöst.
       *[other] Die { $days } Tage zählen, sobald dieser Tarif den vorherigen ablöst.
    }
# $end is a day and a time. $days is 0.
package-days-ended-on = Die Tage endeten am { $end }.
package-ends-on =
    { $days ->
        [one] Letzter Tag: Der Tarif endet am { $end }.
       *[other] Noch { $days } Tage: Der Tarif endet am { $end }.
    }
package-ended-on = Beendet am { $end }.

## One eSIM

my-esim-installed = Installiert ✓
# $day is a date; the link fetches a file for the calendar.
my-esim-start-by = <b>Starte bis { $day }.</b> Danach kann der Tarif automatisch beginnen und seine Tage verbrauchen oder nicht mehr funktionieren. <a>In den Kalender eintragen</a>
my-esim-bought = Gekauft
my-esim-how-a-top-up-works = So funktioniert eine Aufladung
my-esim-why-not-given-back = Warum nicht storniert wurde
my-esim-see-the-refund = Rückerstattung ansehen
my-esim-give-it-back = Stornieren und Geld zurück
my-esim-see-its-start = Start ansehen
my-esim-start-it-now = Jetzt starten
# A calendar’s entry. $plan is “Japan · 10 GB · 7 days”.
calendar-summary = eSIM starten: { $plan }
calendar-how = Installiere sie jetzt, solange du WLAN hast, und schalte sie am Reiseziel ein. Nach diesem Tag kann der Tarif automatisch beginnen und seine Tage verbrauchen oder nicht mehr funktionieren.

## All eSIMs of a traveller

my-esims-sign-out = Abmelden
my-esims-everywhere = Überall abmelden
my-esims-everywhere-why = War vielleicht jemand anderes an einem deiner Geräte? Damit wirst du in jedem Browser abgemeldet; keiner zeigt mehr, was du gekauft hast, bis du dich dort wieder anmeldest.
my-esims-signed-in-as = Angemeldet als { $email }
my-esims-none = Noch keine eSIMs
my-esims-none-lead = Was du mit dieser Adresse kaufst, steht hier, sobald es geliefert ist.
my-esims-find-a-plan = Tarif finden
my-esims-newest-first = Deine eSIMs, die neueste zuerst
my-esims-start-by = Spätester Start
my-esims-details = Einzelheiten
my-esims-install-or-start = Installieren oder starten
my-esims-start-it = Starten
my-esims-what-is-left = Restdaten ansehen

## What is left

left-title = Verbleibend
left-use-unknown = Wie viel davon verbraucht ist, hat das Netz nicht gemeldet.
# $plan is “Japan · 10 GB · 7 days”: the plan that follows the one in use.
left-next = Danach: { $plan }. Startet automatisch, wenn dieser Tarif aufgebraucht oder abgelaufen ist.
left-no-plan = Das Netz hat noch keinen Tarif auf dieser eSIM gemeldet.
left-top-up = Aufladen
left-no-internet = Kein Internet?
left-others = Auch auf dieser eSIM

## Installing and starting, on the eSIM’s page and the order’s

setup-install = eSIM installieren
setup-already-on-a-phone = <b>Diese eSIM ist schon auf einem Handy.</b> Ihr Code wurde benutzt; sie lässt sich nicht noch einmal installieren.
setup-show-codes-again = QR-Code und Codes wieder anzeigen
# 02 is the next part of the page.
setup-installed-already = Schon installiert? Wenn sie in den Einstellungen als zweite Leitung steht, weiter mit Schritt 02.
setup-sheet = Alles zum Ausdrucken
setup-start = eSIM starten
setup-has-started = <b>Sie ist gestartet.</b> Die vier Einstellungen stehen unten, falls eine verstellt wurde.
setup-show-switches = Die vier Einstellungen zeigen
starting-picture = So sollen die beiden Leitungen aussehen, wenn du landest.
starting-when = Nach der Landung, in den Einstellungen des Handys:
starting-turn-on-iphone = <b>Schalte die eSIM ein.</b> Einstellungen → Mobilfunk → die eSIM.
starting-turn-on-android = <b>Schalte die eSIM ein.</b> Einstellungen → Netzwerk &amp; Internet → SIMs → die eSIM.
starting-roaming = <b>Schalte Datenroaming dafür ein.</b> Ohne hat die eSIM im Ausland kein Internet. Dieses Roaming ist im Preis enthalten.
starting-data = <b>Wähle sie für mobile Daten.</b> „Primär“ bleibt die Leitung für Anrufe und Nachrichten.
# $apn is a code that is typed in.
starting-apn = <b>Trag den APN ein, wenn der Tarif ihn braucht.</b> Für diesen Tarif: <code>{ $apn }</code>.
starting-apn-unknown = <b>Trag den APN ein, wenn der Tarif ihn braucht.</b> Meist findet ihn das Handy automatisch; gibt es kein Internet, versuch es mit <code>{ $apn }</code>.
starting-home-line = <b>Lass Datenroaming auf deiner eigenen Leitung aus.</b> Dafür berechnet dein eigener Anbieter Gebühren; davor kann dich diese eSIM nicht schützen.
installing-title = Während das Handy sie installiert
installing-rename = Benenne die Leitung um, z. B. in „eSIM“, damit du sie von deiner eigenen unterscheidest.
installing-primary = Lass „Primär“ für Anrufe und Nachrichten eingestellt.
installing-switching = Schalte „Wechseln mobiler Daten erlauben“ aus.
installing-iphone = Manuell auf dem iPhone
installing-iphone-how = Einstellungen → Mobilfunk → eSIM hinzufügen → QR-Code verwenden. Scanne ihn, oder wähle „Details manuell eingeben“ und setz SM-DP+-Adresse und Aktivierungscode ein.
installing-android = Manuell auf einem Android-Handy
installing-android-how = Einstellungen → Netzwerk & Internet → SIMs → SIM hinzufügen → eSIM einrichten. Auf einem Samsung: Einstellungen → Verbindungen → SIM-Manager → eSIM hinzufügen. Scanne den QR-Code, oder wähle die manuelle Eingabe und füg den vollständigen Code (LPA) ein.
installing-fails = Sie lässt sich nicht installieren
# What stands in quotation marks are the phone’s own messages. $code is *#06#.
installing-fails-why = „Mobilfunktarife dieses Anbieters können nicht hinzugefügt werden“ (“Cellular plans from this carrier cannot be added”): Das Handy ist an einen Anbieter gebunden; bitte ihn, es zu entsperren. „Mobilfunkwechsel konnte nicht abgeschlossen werden“ (“Cellular change could not be completed”): Der Code wurde schon benutzt; sieh in den Einstellungen nach, vielleicht ist die eSIM dort. Gar kein eSIM-Menü: Wähle <code>{ $code }</code>; erscheint keine EID, unterstützt das Handy keine eSIM.

## The picture of a phone’s settings: short, in the phone’s own words

phone-picture = Handyeinstellungen: Die eSIM ist eingeschaltet und die Leitung für mobile Daten, mit Datenroaming; die Leitung „Primär“ behält die Anrufe, dort ist Datenroaming aus
phone-cellular = Mobilfunk
# At most 35 letters.
phone-travel-line = eSIM, deine Reiseleitung
# At most 25 letters.
phone-turn-on = Diese Leitung aktivieren
# At most 25 letters.
phone-roaming = Datenroaming
# At most 22 letters.
phone-data = Mobile Daten
# To the right of the last one, at most 8 letters.
phone-data-line = eSIM
# At most 35 letters.
phone-home-line = Primär, deine eigene Leitung
# At most 20 letters.
phone-calls = Anrufe, Nachrichten
# To the right of the last one, at most 10 letters.
phone-calls-line = Primär

## The sheet of paper

# Of the browser’s window. $plan is “Japan · 10 GB · 7 days”.
sheet-title = Installationsblatt: { $plan }
sheet-name = Installationsblatt
sheet-print = Dieses Blatt drucken
# In a line of its own, behind the shop’s name.
sheet-order = Bestellung { $number }
# Behind it.
sheet-start-by = starten bis { $day }
sheet-once = <b>Diese eSIM lässt sich nur einmal installieren. Entferne sie nicht von deinem Handy.</b> Installiere sie zu Hause, in einem stabilen WLAN. Wer dieses Blatt hat, kann sie installieren: Behalte es für dich.
sheet-qr = QR-Code, der deine eSIM installiert
sheet-smdp-address = SM-DP+-Adresse
sheet-activation-code = Aktivierungscode
sheet-both = Vollständiger Code (LPA), für Android
sheet-install = Installieren, zu Hause
sheet-iphone = iPhone
sheet-iphone-how = Einstellungen → Mobilfunk → eSIM hinzufügen → QR-Code verwenden. Scanne den Code, oder wähle „Details manuell eingeben“. Benenne die Leitung in „eSIM“ um, lass „Primär“ für Anrufe und Nachrichten eingestellt und schalte „Wechseln mobiler Daten erlauben“ aus.
sheet-android = Android
sheet-android-how = Einstellungen → Netzwerk & Internet → SIMs → SIM hinzufügen → eSIM einrichten. Samsung: Einstellungen → Verbindungen → SIM-Manager → eSIM hinzufügen. Scanne den Code, oder gib den vollständigen Code (LPA) ein. Behalte deine eigene SIM für Anrufe und Nachrichten.
sheet-start = Starten, nach der Landung
sheet-turn-on = <b>Schalte die eSIM ein.</b>
sheet-roaming = <b>Schalte Datenroaming dafür ein,</b> und lass es auf deiner eigenen Leitung aus.
sheet-data = <b>Wähle sie für mobile Daten.</b>
# $apn is a code that is typed in.
sheet-apn = <b>Trag den APN ein, wenn der Tarif ihn braucht:</b> <code>{ $apn }</code>.
sheet-apn-unknown = <b>Trag den APN ein, wenn der Tarif ihn braucht:</b> Meist braucht er ihn nicht; gibt es kein Internet, versuch es mit <code>{ $apn }</code>.
# $names are networks: “Docomo, SoftBank”.
sheet-networks = Kein Internet? Netze, die du manuell wählen kannst: { $names }.
sheet-networks-and-others = Kein Internet? Netze, die du manuell wählen kannst: { $names } und andere.
sheet-networks-unknown = Kein Internet? Netze, die du manuell wählen kannst: keine Angabe.
sheet-person = Fragen? { $email }

## No internet?

no-internet-title = Kein Internet?
no-internet-next-step = Kein Internet? Dein nächster Schritt
# The subject of the traveller’s mail to us; a person of the shop reads it.
no-internet-mail-subject = Kein Internet, Bestellung { $order }
no-internet-is-it-on-a-phone = Auf einem Handy
no-internet-on-phone = Ja ✓
no-internet-on-phone-not-yet = Noch nicht
no-internet-on-phone-unknown-yet = Noch nicht bekannt
no-internet-on-phone-unknown = Nicht bekannt
no-internet-plan = Tarif
no-internet-install-it = Installieren
no-internet-top-up = Aufladen
no-internet-see-the-plans = Tarife ansehen
no-internet-show-the-switches = Die vier Einstellungen zeigen
no-internet-show-the-networks = Die Netze zeigen
no-internet-write-to-us = Schreib uns
no-internet-install-first = Installiere sie zuerst
no-internet-set-the-switches = Prüf die vier Einstellungen
no-internet-turn-on-roaming = Schalte Datenroaming für die eSIM ein
no-internet-pick-a-network = Wähle ein Netz manuell
no-internet-add-on-starts = Deine Aufladung startet automatisch
no-internet-data-is-used-up = Deine Daten sind aufgebraucht
no-internet-days-are-over = Die Tage des Tarifs sind abgelaufen
no-internet-plan-is-over = Der Tarif ist zu Ende
no-internet-given-back = Dieser Tarif wurde storniert
no-internet-switched-off = Diese eSIM ist endgültig abgeschaltet
no-internet-contact = Schreib uns
no-internet-because-not-installed = Das Netz hat diese eSIM noch auf keinem Handy erkannt. Steht sie auf deinem schon als zweite Leitung? Dann hinkt das Netz nur hinterher: Mach mit den vier Einstellungen unten weiter.
no-internet-because-not-started = Die eSIM ist in Ordnung, und ihr Tarif wartet: Sie hat sich am Reiseziel noch nicht verbunden. Mit diesen vier Einstellungen klappt es.
no-internet-because-nothing-used = Der Tarif hat begonnen, aber es wurden noch keine Daten genutzt. Fast immer liegt es an dieser einen Einstellung, oder das Handy nutzt für Daten noch die andere Leitung.
no-internet-because-use-unknown = Der Tarif hat begonnen, aber das Netz hat nicht gemeldet, wie viel davon verbraucht ist. Fast immer liegt es an dieser einen Einstellung.
no-internet-because-add-on-waits = Der Tarif davor ist zu Ende. Lass dem Handy mit eingeschaltetem Datenroaming eine Minute Zeit; dann startet das Netz deine Aufladung. Du musst nichts installieren oder aktivieren.
no-internet-because-nothing-to-add = Der Tarif ist zu Ende, und für diese eSIM gibt es keine Aufladung. Einen neuen Tarif bekommst du als neue eSIM; dein Handy kann beide behalten.
no-internet-because-given-back = Der Tarif endete, als du ihn storniert hast; keine Einstellung am Handy bringt ihn zurück. Einen neuen Tarif bekommst du als neue eSIM.
no-internet-because-switched-off = Das macht das Netz 60 Tage nach dem Ende des letzten Tarifs auf einer eSIM. Einen neuen Tarif bekommst du als neue eSIM.
no-internet-because-broken = Das Netz meldet einen Fehler an dieser eSIM. Das ist selten, es liegt nicht an dir, und keine Einstellung am Handy behebt es.
# $word is the network’s own, in English.
no-internet-because-unexplained = Das Netz meldet den Status „{ $word }“, den wir nicht kennen. Wir klären, was er bedeutet.
no-internet-because-works = Laut Netz ist alles in Ordnung: Der Tarif läuft. Vielleicht hängt das Handy in einem Netz, in dem er nicht gilt. Wähle manuell ein anderes und starte das Handy neu.
# $left is “7.4 GB of 10 GB left”.
no-internet-because-works-with-figures = Laut Netz ist alles in Ordnung: { $left }. Vielleicht hängt das Handy in einem Netz, in dem der Tarif nicht gilt. Wähle manuell ein anderes und starte das Handy neu.
no-internet-because-data-gone = Es sind keine Daten mehr übrig. Eine Aufladung wirkt sofort, auf derselben eSIM.
# $used is “10 GB of 10 GB used”.
no-internet-because-data-gone-with-figures = { $used }. Eine Aufladung wirkt sofort, auf derselben eSIM.
no-internet-because-time-over = Er ist beendet. Mit einer Aufladung funktioniert dieselbe eSIM wieder.
# $end is a day and a time.
no-internet-because-time-over-on = Er endete am { $end }. Mit einer Aufladung funktioniert dieselbe eSIM wieder.
no-internet-switches = Die vier Einstellungen
no-internet-networks = Netz manuell wählen
no-internet-networks-unknown = Für diesen Tarif haben wir keine Liste der Netze: Versuch jedes, das dein Handy anzeigt.
# Above a list of networks by country.
no-internet-networks-by-country = Dieser Tarif gilt in den Netzen unten. Schalte die automatische Auswahl aus und wähle eines des Landes, in dem du bist.
# Above a list of one to six networks.
no-internet-networks-these =
    { $n ->
        [one] Dieser Tarif gilt in diesem Netz. Schalte die automatische Auswahl aus und wähle es.
       *[other] Dieser Tarif gilt in diesen Netzen. Schalte die automatische Auswahl aus und wähle eines davon.
    }
no-internet-on-an-iphone = So findest du sie auf dem iPhone
no-internet-on-an-iphone-how = Einstellungen → Mobilfunk → die eSIM → Netzauswahl. Schalte „Automatisch“ aus, warte auf die Liste und tipp auf einen der Namen oben.
no-internet-on-android = So findest du sie auf einem Android-Handy
no-internet-on-android-how = Einstellungen → Netzwerk & Internet → SIMs → die eSIM: Schalte „Netzwerk automatisch auswählen“ aus und tipp auf einen der Namen. Auf einem Samsung: Einstellungen → Verbindungen → Mobile Netzwerke → Netzbetreiber.
no-internet-restart = Starte das Handy dann neu. Es dauert ein oder zwei Minuten, bis es das Netz gefunden hat.
no-internet-still = Immer noch nichts?
# $email is the shop’s; the number follows below the sentence.
no-internet-person = Schreib an <a>{ $email }</a>. Sag uns, wo du bist und was das Handy anzeigt, und nenn diese Nummer:
no-internet-copy-iccid = ICCID kopieren
no-internet-iccid = Das ist die Nummer der eSIM selbst (ICCID), aus Bestellung { $order }. Schick nie den QR-Code oder den Aktivierungscode.

## Top up

topup-title = Aufladen
# A button. $data is “5 GB”, $days is “30 days”; the price follows.
topup-add = <b>{ $data }</b> aufladen · { $days }
topup-add-unlimited = <b>Unbegrenzte Daten</b> aufladen · { $days }
topup-you-pay = Du zahlst auf der Seite von Stripe; deine Karte sehen wir nie. Kann die Aufladung nicht geliefert werden, erstatten wir automatisch den vollen Preis.
topup-nothing-fits = Für diese eSIM gibt es keine Aufladung
topup-nothing-fits-lead = Ein neuer Tarif kommt als eigene eSIM; dein Handy kann beide behalten.
topup-silent = Aufladungen lassen sich gerade nicht laden
topup-silent-lead = Das Netz antwortet nicht. Mit deiner eSIM ist alles in Ordnung, und es wurde nichts abgebucht. Versuch es in einer Minute noch einmal.
topup-try-again = Noch einmal versuchen
topup-stopped = Der Verkauf ist kurz unterbrochen
topup-stopped-lead = Gerade lässt sich nichts kaufen. Deine eSIM ist nicht betroffen. Bitte schau bald wieder vorbei.
topup-look-again = Noch einmal nachsehen
topup-too-quick = Zu viele Versuche. Bitte warte eine Minute und versuch es dann noch einmal.
topup-no-longer-fits = Diese Aufladung gibt es für diese eSIM nicht mehr. Es wurde nichts abgebucht. Was es jetzt gibt, steht unten.
topup-price-changed = Der Preis hat sich gerade geändert. Es wurde nichts abgebucht. Die neuen Preise stehen unten.
topup-cannot-deliver = Wir können gerade nicht liefern, deshalb ist der Verkauf unterbrochen. Es wurde nichts abgebucht. Bitte schau bald wieder vorbei.
topup-no-payment-page = Die Zahlungsseite ließ sich nicht öffnen. Es wurde nichts abgebucht. Bitte versuch es noch einmal.
addon-activated-by-itself = Sobald die Daten deines jetzigen Tarifs verbraucht oder abgelaufen sind, wird deine Aufladung automatisch aktiviert.
addon-countdown = Die Laufzeit der Aufladung zählt erst, wenn du beginnst, ihre Daten zu nutzen.
addon-no-reinstall = Du musst weder die eSIM neu installieren noch die Aufladung manuell aktivieren.

## Give it back

give-back-title = Stornieren und Geld zurück
give-back-question = Diesen Tarif stornieren und Geld zurückbekommen?
# $plan is “Japan · 10 GB · 7 days”.
give-back-what = { $plan }, nie genutzt.
give-back-what-and-when = { $plan }, gekauft am { $day }, nie genutzt.
give-back-you-paid = Du hast bezahlt
give-back-fee = Gebühr
give-back-to-your-card = Erstattung auf deine Karte
give-back-comes-back = Erstattung
give-back-network-reference = Referenz des Netzes
give-back-refund-reference = Referenz der Erstattung
give-back-ends-esim = Dieser Tarif endet sofort, und diese eSIM funktioniert dann nicht mehr.
give-back-ends-add-on = Dieser Tarif endet sofort; die anderen Tarife auf dieser eSIM bleiben.
give-back-for-good-esim = Das lässt sich nicht rückgängig machen. Reist du doch, musst du eine neue eSIM kaufen.
give-back-for-good-add-on = Das lässt sich nicht rückgängig machen. Reist du doch, musst du eine neue Aufladung kaufen.
give-back-money = Die Erstattung geht auf die Karte oder das Konto, mit dem du bezahlt hast. Bei Banken ist sie meist nach 5 bis 10 Tagen zu sehen.
# A button. $back is an amount of money.
give-back-button = Stornieren und { $back } zurückbekommen
give-back-keep = Behalten
give-back-not = Stornieren nicht möglich
give-back-when = Wann du Geld zurückbekommst
give-back-why-kept = Der Grund: Der Tarif hatte schon begonnen, bevor er storniert werden konnte.
give-back-kept = Nicht storniert
give-back-asked = Wird storniert
give-back-paid = Storniert und erstattet
give-back-another-way = Storniert; schon erstattet
give-back-needs-a-person = Storniert; wir kümmern uns um die Erstattung
give-back-on-its-way = Storniert. Deine Erstattung ist unterwegs
give-back-lead-kept = Es wurde nichts storniert und nichts erstattet. Der Tarif gehört dir wie zuvor.
give-back-lead-asked = Wir stornieren ihn beim Netz; danach erstatten wir automatisch. Du kannst diese Seite schließen.
give-back-lead-paid = Die Erstattung ging auf die Karte oder das Konto, mit dem du bezahlt hast. Bei Banken ist sie meist nach 5 bis 10 Tagen zu sehen.
give-back-lead-another-way = Diese Bestellung hatten wir schon erstattet, also gab es keine zweite Erstattung. Die Seite der Bestellung zeigt es.
give-back-lead-needs-a-person = Deine Bank hat die Erstattung an uns zurückgeschickt. Unser Team ist informiert; du musst nichts tun.
give-back-lead-on-its-way = Du musst nichts tun. Bei Banken ist eine Erstattung meist nach 5 bis 10 Tagen zu sehen.
# Stations on a line, one below the other; some have a short remark below them.
give-back-step-asked = Angefragt
give-back-step-kept = Nicht storniert
give-back-step-ended = Beim Netz storniert
# A remark.
give-back-step-about-to-be = in Kürze
give-back-step-money-back = Erstattet
# A remark.
give-back-step-another-way = schon erstattet
give-back-step-refund-returned = Erstattung kam zurück
# A remark.
give-back-step-a-person = wir kümmern uns darum
give-back-step-money-on-its-way = Erstattung unterwegs
give-back-not-allowed = Dieser Shop storniert nichts, was schon geliefert ist.
give-back-not-delivered = Der Tarif ist nicht geliefert oder wurde schon storniert.
give-back-started = Der Tarif hat schon begonnen und lässt sich deshalb nicht mehr stornieren.
give-back-over = Der Tarif ist zu Ende; es gibt nichts mehr zu stornieren.
give-back-too-late = Die Frist zum Stornieren ist vorbei.
give-back-nothing-left = Die Gebühr ist so hoch wie der Preis, den du bezahlt hast; es gäbe nichts zu erstatten.
give-back-refunded = Der Tarif wird schon erstattet.
give-back-held = Die Zahlung wird geprüft. Bis das abgeschlossen ist, lässt sich nichts stornieren.
give-back-another-amount = Der Erstattungsbetrag hat sich geändert. Es wurde noch nichts storniert: Sieh dir den Betrag an und bestätige neu.
give-back-no-answer = Das Netz antwortet nicht. Es wurde nichts storniert. Bitte versuch es in einer Minute noch einmal.

## Start it now

start-name = Jetzt starten
start-now = Jetzt starten?
start-asked = Wird gestartet
start-started = Gestartet
start-kept = Nicht gestartet
start-impossible = Lässt sich hier nicht starten
start-lead-now = Das musst du nicht: Der Tarif startet automatisch, sobald sich die eSIM am Reiseziel zum ersten Mal verbindet.
start-lead-asked = Wir haben den Start beim Netz angefordert. Du kannst diese Seite schließen.
start-lead-started = Die Tage zählen jetzt, wo auch immer du bist.
start-lead-kept = Das Netz hat den Tarif nicht gestartet. Er startet automatisch bei der ersten Verbindung am Reiseziel.
start-lead-impossible = Der Tarif ist zu Ende oder storniert, oder dieser Shop überlässt den Start dem Netz.
# $days is 0 where it is not known how many they are.
start-warning =
    { $days ->
        [0] <b>Die Tage zählen ab sofort, wo auch immer du bist.</b> Stornieren geht dann nicht mehr.
        [one] <b>Der eine Tag zählt ab sofort, wo auch immer du bist.</b> Stornieren geht dann nicht mehr.
       *[other] <b>Die { $days } Tage zählen ab sofort, wo auch immer du bist.</b> Stornieren geht dann nicht mehr.
    }
# A button. $days is 0 where it is not known how many they are.
start-button =
    { $days ->
        [0] Die Tage jetzt starten
        [one] Den einen Tag jetzt starten
       *[other] Die { $days } Tage jetzt starten
    }
start-not-yet = Noch nicht
start-ends = Der Tarif endet am { $end }.

## Parts of several pages

part-before-installing = <b>Diese eSIM lässt sich nur einmal installieren. Entferne sie nicht von deinem Handy.</b> Installiere sie zu Hause, vor dem Abflug: Manche Länder sperren eSIM-Shops. Bleib in einem stabilen WLAN, bis sie fertig ist.
part-sign-in-email = E-Mail-Adresse
part-sign-in-button = Anmeldelink per E-Mail schicken
part-copy = Kopieren
# For screen readers. $what is “activation code”, “APN”; where that needs another article or case, say “Copy: …”.
part-copy-what = Kopieren: { $what }
# For screen readers, before a station on the line of what has happened: “done: Paid”.
part-clock-done = erledigt:
part-clock-now = jetzt:
part-clock-failed = fehlgeschlagen:
part-clock-later = später:
part-as-of = Aktualisiert: { $ago }. Das Netz meldet den Verbrauch mit etwas Verzögerung.
part-as-of-stale = Das Netz hat gerade nicht geantwortet. Das sind seine letzten bekannten Zahlen ({ $ago }).
part-help = Hilfe
# The first link leads to the guides, the second opens a mail.
part-help-stuck = Du kommst nicht weiter? Sieh in den <a>Anleitungen</a> nach oder schreib an <a2>{ $email }</a2>.
## Was die Seite der eSIM zuerst sagt, und die drei Schalter

living-waiting = Bereit für deine Reise
living-landed = Gelandet? Drei Schalter
living-low = Fast aufgebraucht: noch { $left }
living-pace-enough = Bei deinem Tempo: reicht bis zum Schluss
living-pace-today = Bei deinem Tempo: heute aufgebraucht
living-pace-tomorrow = Bei deinem Tempo: reicht bis morgen
living-pace-weekday = Bei deinem Tempo: reicht bis { $day }
living-pace-day = Bei deinem Tempo: reicht bis { $day }
living-connects = In ein bis zwei Minuten ist sie verbunden.
living-connects-to = In ein bis zwei Minuten ist sie verbunden, mit { $networks }.
living-connects-to-many = In ein bis zwei Minuten ist sie mit einem von mehreren Netzen verbunden.
living-buy-again = Diesen Tarif noch einmal kaufen
living-feedback = Wie ist es gelaufen? <a>Schreib uns eine Zeile.</a>
living-switch-line = Diese eSIM einschalten
living-switch-roaming = Datenroaming dafür: ein
living-switch-home = Datenroaming der eigenen Leitung: aus
part-updated = Stand: { $ago }
## Die Datei, die auf dem Handy bleibt

keep-link = Auf diesem Handy behalten
keep-file = Als Datei speichern
keep-once = <b>Diese eSIM lässt sich nur einmal installieren. Entferne sie nicht von deinem Handy.</b> Diese Datei funktioniert ohne Internet. Wer sie hat, kann die eSIM installieren: Behalte sie für dich.
