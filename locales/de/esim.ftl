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
esim-on-a-phone = Auf einem Handy, nicht gestartet
esim-in-use = In Benutzung
esim-plan-has-ended = Ihr Tarif ist beendet
esim-switched-off = Endgültig abgeschaltet
esim-something-wrong = Etwas stimmt nicht mit ihr
esim-given-back = Zurückgegeben
# $word is the network’s own, in English.
esim-network-says = Das Netz sagt: { $word }
esim-brief-not-installed = Installiere sie zu Hause, in einem stabilen WLAN, vor dem Abflug. Es dauert zwei Minuten.
esim-brief-not-started = Zu Hause ist nichts mehr zu tun: Sie startet, sobald sie am Reiseziel ein Netz findet.
esim-brief-nothing-used = Sie hat sich mit einem Netz verbunden, aber noch keine Daten übertragen.
esim-brief-use-unknown = Sie hat sich am Reiseziel mit einem Netz verbunden.
esim-brief-works = Alles in Ordnung, soweit das Netz weiß.
esim-brief-add-on-waits = Der Tarif davor ist zu Ende; deine Aufladung startet von selbst.
esim-brief-data-gone = Alle Daten sind verbraucht. Du kannst dieselbe eSIM aufladen.
esim-brief-time-over = Die Tage sind abgelaufen. Du kannst dieselbe eSIM aufladen.
esim-brief-nothing-to-add = Der Tarif ist zu Ende, und aufladen lässt sie sich nicht. Ein neuer Tarif kommt als neue eSIM.
esim-brief-given-back = Du hast sie zurückgegeben, also liefert sie keine Daten mehr.
esim-brief-switched-off = Das Netz schaltet eine eSIM 60 Tage nach dem Ende ihres letzten Tarifs ab.
esim-brief-broken = Das Netz meldet einen Fehler an dieser eSIM. Das ist selten, und es liegt nicht an dir.
esim-brief-unexplained = Das Netz nennt dafür ein Wort, das wir nicht kennen. Schreib uns, wenn sie nicht funktioniert.

## A package (a plan on an eSIM): its state and figures

package-of-elsewhere = Ein Tarif, der nicht hier gekauft wurde
package-given-back = Zurückgegeben
package-being-given-back = Wird zurückgegeben
package-starting = Startet gerade
package-waits = Wartet auf den Start
package-in-use = In Benutzung
package-used-up = Aufgebraucht
package-days-over = Tage abgelaufen
package-ended-by-hand = Von Hand beendet
# In a ring, below “7.4 GB” or “4 days” in large letters. $all is “10 GB” or “7 days”.
package-of-all-left = übrig, gesamt { $all }
# $used and $all are “2.6 GB” and “10 GB”. No full stop: it stands in a table too.
package-used = { $used } von { $all } verbraucht
# $used and $all are “3 days” and “7 days”.
package-days-used = { $used } genutzt, gesamt { $all }. Unbegrenzte Daten: Gezählt werden die Tage
# $all is “10 GB” or “7 days”. No full stop.
package-not-started = { $all }, nicht gestartet
# $left and $all are “7.4 GB” and “10 GB”, or “4 days” and “7 days”. No full stop.
package-left = { $left } übrig, gesamt { $all }
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
        [0] Die Tage zählen, sobald er den Tarif davor ablöst.
        [one] Der eine Tag zählt, sobald er den Tarif davor ablöst.
       *[other] Die { $days } Tage zählen, sobald er den Tarif davor ablöst.
    }
# $end is a day and a time. $days is 0.
package-days-ended-on = Die Tage endeten am { $end }.
package-ends-on =
    { $days ->
        [one] Letzter Tag: Er endet am { $end }.
       *[other] Noch { $days } Tage: Er endet am { $end }.
    }
package-ended-on = Beendet am { $end }.

## One eSIM

my-esim-installed = Installiert ✓
# $day is a date; the link fetches a file for the calendar.
my-esim-start-by = <b>Starte bis { $day }.</b> Danach lässt das Netz den Tarif vielleicht nicht mehr beginnen. <a>In den Kalender eintragen</a>
my-esim-about = Über diese eSIM
my-esim-bought = Gekauft
my-esim-how-a-top-up-works = So funktioniert eine Aufladung
my-esim-why-not-given-back = Warum nicht zurückgegeben wurde
my-esim-see-the-refund = Rückerstattung ansehen
my-esim-give-it-back = Zurückgeben
my-esim-see-its-start = Start ansehen
my-esim-start-it-now = Jetzt starten
# A calendar’s entry. $plan is “Japan · 10 GB · 7 days”.
calendar-summary = eSIM starten: { $plan }
calendar-how = Installiere sie jetzt, solange du WLAN hast, und schalte sie am Reiseziel ein. Nach diesem Tag lässt das Netz den Tarif vielleicht nicht mehr beginnen.

## All eSIMs of a traveller

my-esims-sign-out = Abmelden
my-esims-everywhere = Überall abmelden
my-esims-everywhere-why = War vielleicht jemand anderes an einem deiner Geräte? Das meldet jeden Browser ab, und keiner zeigt mehr, was du gekauft hast, bis du dich dort wieder anmeldest.
my-esims-signed-in-as = Angemeldet als { $email }
my-esims-none = Noch keine eSIMs
my-esims-none-lead = Was du mit dieser Adresse kaufst, steht hier, sobald es geliefert ist.
my-esims-find-a-plan = Tarif finden
my-esims-newest-first = Deine eSIMs, die neueste zuerst
my-esims-as-of = Stand { $time }
my-esims-start-by = Spätester Start
my-esims-order = Bestellung { $number }
my-esims-details = Einzelheiten
my-esims-install-or-start = Installieren oder starten
my-esims-start-it = Starten
my-esims-what-is-left = Was übrig ist

## What is left

left-title = Was übrig ist
left-use-unknown = Wie viel davon verbraucht ist, hat das Netz nicht mitgeteilt.
# $plan is “Japan · 10 GB · 7 days”: the plan that follows the one in use.
left-next = Danach: { $plan }. Startet von selbst, wenn dieser Tarif aufgebraucht oder abgelaufen ist.
left-no-plan = Das Netz hat noch keinen Tarif auf dieser eSIM gemeldet.
left-top-up = Aufladen
left-no-internet = Kein Internet?
left-others = Auch auf dieser eSIM

## Installing and starting, on the eSIM’s page and the order’s

setup-install = eSIM installieren
setup-already-on-a-phone = <b>Diese eSIM ist schon auf einem Handy.</b> Ihr Code wurde benutzt: Ein zweites Mal lässt sie sich nicht installieren.
setup-show-codes-again = QR-Code und Codes wieder anzeigen
# 02 is the next part of the page.
setup-installed-already = Schon installiert? In den Einstellungen deines Handys steht sie als zweite Leitung: Dann mach mit 02 weiter.
setup-sheet = Alles auf einem Blatt Papier
setup-start = eSIM starten
setup-has-started = <b>Sie ist gestartet.</b> Die vier Schalter stehen unten, falls einer verstellt wurde.
setup-show-switches = Die vier Schalter zeigen
starting-picture = So sollen die beiden Leitungen aussehen, wenn du landest.
starting-when = Nach der Landung, in den Einstellungen des Handys:
starting-turn-on-iphone = <b>Schalte die eSIM ein.</b> Einstellungen → Mobilfunk → die eSIM.
starting-turn-on-android = <b>Schalte die eSIM ein.</b> Einstellungen → Netzwerk &amp; Internet → SIMs → die eSIM.
starting-roaming = <b>Schalte Datenroaming dafür ein.</b> Ohne hat die eSIM im Ausland kein Internet; genau dieses Roaming hast du bezahlt.
starting-data = <b>Wähle sie für mobile Daten.</b> „Primär“ bleibt die Leitung für Anrufe und Nachrichten.
# $apn is a code that is typed in.
starting-apn = <b>Trag den APN ein, wenn der Tarif ihn braucht.</b> Für diesen Tarif: <code>{ $apn }</code>.
starting-apn-unknown = <b>Trag den APN ein, wenn der Tarif ihn braucht.</b> Meist findet ihn das Handy von selbst; gibt es kein Internet, versuch es mit <code>{ $apn }</code>.
starting-home-line = <b>Lass Datenroaming auf deiner eigenen Leitung aus.</b> Dafür kassiert dein eigener Anbieter, und vor dieser einen Rechnung kann dich die eSIM nicht bewahren.
installing-title = Während das Handy sie installiert
installing-rename = Benenne die Leitung um, z. B. in „eSIM“, damit du sie von deiner eigenen unterscheidest.
installing-primary = Lass „Primär“ für Anrufe und Nachrichten.
installing-switching = Schalte „Wechsel mobiler Daten erlauben“ aus.
installing-iphone = Von Hand auf einem iPhone
installing-iphone-how = Einstellungen → Mobilfunk → eSIM hinzufügen → QR-Code verwenden. Scanne ihn, oder wähle „Details manuell eingeben“ und setz SM-DP+-Adresse und Aktivierungscode ein.
installing-android = Von Hand auf einem Android-Handy
installing-android-how = Einstellungen → Netzwerk & Internet → SIMs → SIM hinzufügen → eSIM einrichten. Auf einem Samsung: Einstellungen → Verbindungen → SIM-Manager → eSIM hinzufügen. Scanne den QR-Code, oder wähle die Eingabe von Hand und setz „Beides in einem“ ein.
installing-fails = Sie lässt sich nicht installieren
# What stands in quotation marks are the phone’s own messages. $code is *#06#.
installing-fails-why = „Mobilfunktarife dieses Anbieters können nicht hinzugefügt werden“ (“Cellular plans from this carrier cannot be added”): Das Handy ist an einen Anbieter gebunden; bitte ihn, es zu entsperren. „Mobilfunkwechsel konnte nicht abgeschlossen werden“ (“Cellular change could not be completed”): Der Code wurde schon benutzt; sieh in den Einstellungen nach, vielleicht ist die eSIM dort. Gar kein eSIM-Menü: Wähle <code>{ $code }</code>; ohne EID nimmt das Handy keine an.

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
sheet-both = Beides in einem, für Android
sheet-install = Installieren, zu Hause
sheet-iphone = iPhone
sheet-iphone-how = Einstellungen → Mobilfunk → eSIM hinzufügen → QR-Code verwenden. Scanne den Code, oder wähle „Details manuell eingeben“. Benenne die Leitung in „eSIM“ um, lass „Primär“ für Anrufe und Nachrichten, schalte „Wechsel mobiler Daten erlauben“ aus.
sheet-android = Android
sheet-android-how = Einstellungen → Netzwerk & Internet → SIMs → SIM hinzufügen → eSIM einrichten. Samsung: Einstellungen → Verbindungen → SIM-Manager → eSIM hinzufügen. Scanne den Code, oder gib „Beides in einem“ ein. Behalte deine eigene SIM für Anrufe und Nachrichten.
sheet-start = Starten, nach der Landung
sheet-turn-on = <b>Schalte die eSIM ein.</b>
sheet-roaming = <b>Schalte Datenroaming dafür ein,</b> und lass es auf deiner eigenen Leitung aus.
sheet-data = <b>Wähle sie für mobile Daten.</b>
# $apn is a code that is typed in.
sheet-apn = <b>Trag den APN ein, wenn der Tarif ihn braucht:</b> <code>{ $apn }</code>.
sheet-apn-unknown = <b>Trag den APN ein, wenn der Tarif ihn braucht:</b> Meist braucht er ihn nicht; gibt es kein Internet, versuch es mit <code>{ $apn }</code>.
# $names are networks: “Docomo, SoftBank”.
sheet-networks = Kein Internet? Netze, die du von Hand wählen kannst: { $names }.
sheet-networks-and-others = Kein Internet? Netze, die du von Hand wählen kannst: { $names } und andere.
sheet-networks-unknown = Kein Internet? Netze, die du von Hand wählen kannst: keine Angabe.
sheet-person = { $email } liest ein Mensch.

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
no-internet-show-the-switches = Die vier Schalter zeigen
no-internet-show-the-networks = Die Netze zeigen
no-internet-write-to-us = Schreib uns
no-internet-install-first = Installiere sie zuerst
no-internet-set-the-switches = Stell die vier Schalter ein
no-internet-turn-on-roaming = Schalte Datenroaming für die eSIM ein
no-internet-pick-a-network = Wähle ein Netz von Hand
no-internet-add-on-starts = Deine Aufladung startet von selbst
no-internet-data-is-used-up = Deine Daten sind aufgebraucht
no-internet-days-are-over = Die Tage des Tarifs sind abgelaufen
no-internet-plan-is-over = Der Tarif ist zu Ende
no-internet-given-back = Dieser Tarif wurde zurückgegeben
no-internet-switched-off = Diese eSIM ist endgültig abgeschaltet
no-internet-contact = Schreib uns
no-internet-because-not-installed = Das Netz hat diese eSIM noch auf keinem Handy gesehen. Steht sie auf deinem schon als zweite Leitung? Dann hinkt das Netz hinterher: Mach mit den vier Schaltern unten weiter.
no-internet-because-not-started = Die eSIM ist in Ordnung, und ihr Tarif wartet: Sie hat am Reiseziel noch kein Netz gefunden. Mit diesen vier Schaltern klappt es.
no-internet-because-nothing-used = Der Tarif hat begonnen, aber es sind keine Daten geflossen. Fast immer liegt es an diesem einen Schalter, oder das Handy nutzt für Daten noch die andere Leitung.
no-internet-because-use-unknown = Der Tarif hat begonnen, aber das Netz hat nicht mitgeteilt, wie viel davon verbraucht ist. Fast immer liegt es an diesem einen Schalter.
no-internet-because-add-on-waits = Der Tarif davor ist zu Ende. Lass dem Handy mit eingeschaltetem Datenroaming eine Minute Zeit; dann startet das Netz deine Aufladung. Du musst nichts installieren oder aktivieren.
no-internet-because-nothing-to-add = Ihr Tarif ist beendet, und keine Aufladung passt auf diese eSIM. Ein neuer Tarif kommt als neue eSIM; dein Handy kann beide behalten.
no-internet-because-given-back = Er endete, als du ihn zurückgegeben hast; kein Schalter am Handy kann ihn wieder aktivieren. Ein neuer Tarif kommt als neue eSIM.
no-internet-because-switched-off = Das macht das Netz 60 Tage nach dem Ende des letzten Tarifs auf einer eSIM. Ein neuer Tarif kommt als neue eSIM.
no-internet-because-broken = Das Netz meldet einen Fehler an dieser eSIM. Das ist selten, es liegt nicht an dir, und kein Schalter am Handy behebt es.
# $word is the network’s own, in English.
no-internet-because-unexplained = Das Netz nennt es „{ $word }“, ein Wort, das wir nicht kennen. Wir fragen nach, was es bedeutet.
no-internet-because-works = Soweit das Netz weiß, ist alles in Ordnung: Der Tarif läuft. Vielleicht hält das Handy an einem Netz fest, in dem er nicht gilt. Wähle von Hand ein anderes und starte das Handy dann neu.
# $left is “7.4 GB of 10 GB left”.
no-internet-because-works-with-figures = Soweit das Netz weiß, ist alles in Ordnung: { $left }. Vielleicht hält das Handy an einem Netz fest, in dem der Tarif nicht gilt. Wähle von Hand ein anderes und starte das Handy dann neu.
no-internet-because-data-gone = Davon ist nichts mehr übrig. Eine Aufladung wirkt sofort, auf derselben eSIM.
# $used is “10 GB of 10 GB used”.
no-internet-because-data-gone-with-figures = { $used }. Eine Aufladung wirkt sofort, auf derselben eSIM.
no-internet-because-time-over = Er ist beendet. Mit einer Aufladung funktioniert dieselbe eSIM wieder.
# $end is a day and a time.
no-internet-because-time-over-on = Er endete am { $end }. Mit einer Aufladung funktioniert dieselbe eSIM wieder.
no-internet-switches = Die vier Schalter
no-internet-networks = Netz von Hand wählen
no-internet-networks-unknown = Der Lieferant nennt für diesen Tarif kein Netz: Versuch jedes, das dein Handy auflistet.
# Above a list of networks by country.
no-internet-networks-by-country = Dieser Tarif gilt in diesen Netzen. Schalte die automatische Wahl aus und nimm eines des Landes, in dem du bist.
# Above a list of one to six networks.
no-internet-networks-these =
    { $n ->
        [one] Dieser Tarif gilt in diesem Netz. Schalte die automatische Wahl aus und nimm es.
       *[other] Dieser Tarif gilt in diesen Netzen. Schalte die automatische Wahl aus und nimm eines davon.
    }
no-internet-on-an-iphone = Wo es auf dem iPhone steht
no-internet-on-an-iphone-how = Einstellungen → Mobilfunk → die eSIM → Netzauswahl. Schalte „Automatisch“ aus, warte auf die Liste und tipp auf einen der Namen oben.
no-internet-on-android = Wo es auf einem Android-Handy steht
no-internet-on-android-how = Einstellungen → Netzwerk & Internet → SIMs → die eSIM: Schalte „Netzwerk automatisch auswählen“ aus und tipp auf einen der Namen. Auf einem Samsung: Einstellungen → Verbindungen → Mobile Netzwerke → Netzbetreiber.
no-internet-restart = Schalte das Handy dann aus und wieder ein. Es dauert ein oder zwei Minuten, bis es das Netz gefunden hat.
no-internet-still = Immer noch nichts?
# $email is the shop’s; the number follows below the sentence.
no-internet-person = Schreib an <a>{ $email }</a>; dort liest ein Mensch. Schreib, wo du bist und was das Handy anzeigt, und nenn diese Nummer:
no-internet-copy-iccid = ICCID kopieren
no-internet-iccid = Das ist die Nummer der eSIM selbst (ICCID), aus Bestellung { $order }. Schick nie den QR-Code oder den Aktivierungscode.

## Top up

topup-title = Aufladen
topup-as-of = Stand { $time }.
# A button. $data is “5 GB”, $days is “30 days”; the price follows.
topup-add = <b>{ $data }</b> aufladen · { $days }
topup-add-unlimited = <b>Unbegrenzte Daten</b> aufladen · { $days }
topup-you-pay = Du zahlst auf der Seite von Stripe; deine Karte sehen wir nie. Kann die Aufladung nicht geliefert werden, geht der volle Preis von selbst zurück.
topup-nothing-fits = Auf diese eSIM passt nichts mehr
topup-nothing-fits-lead = Ein neuer Tarif kommt als eigene eSIM; dein Handy kann beide behalten.
topup-silent = Gerade sehen wir nicht, was passt
topup-silent-lead = Das Netz antwortet nicht. Mit deiner eSIM ist alles in Ordnung, und es wurde nichts abgebucht. Versuch es in einer Minute noch einmal.
topup-try-again = Noch einmal versuchen
topup-stopped = Der Verkauf ist kurz unterbrochen
topup-stopped-lead = Gerade lässt sich nichts kaufen. Was auf deiner eSIM ist, ist nicht betroffen. Bitte schau bald wieder vorbei.
topup-look-again = Noch einmal nachsehen
topup-too-quick = Das ging sehr schnell. Warte eine Minute und drück noch einmal auf den Knopf.
topup-no-longer-fits = Diese Aufladung passt nicht mehr auf diese eSIM. Es wurde nichts abgebucht: Was jetzt passt, steht unten.
topup-price-changed = Der Preis hat sich gerade geändert. Es wurde nichts abgebucht: Die neuen Preise stehen unten.
topup-cannot-deliver = Wir können gerade nicht liefern, also verkaufen wir auch nicht. Es wurde nichts abgebucht: Bitte schau bald wieder vorbei.
topup-no-payment-page = Die Zahlungsseite ließ sich nicht öffnen. Es wurde nichts abgebucht: Bitte drück noch einmal auf den Knopf.
addon-activated-by-itself = Sobald die Daten deines jetzigen Tarifs verbraucht oder abgelaufen sind, wird deine Aufladung von selbst aktiviert.
addon-countdown = Die Laufzeit der Aufladung zählt erst, wenn du beginnst, ihre Daten zu nutzen.
addon-no-reinstall = Du musst weder die eSIM neu installieren noch die Aufladung von Hand aktivieren.

## Give it back

give-back-title = Zurückgeben
give-back-question = Zurückgeben?
# $plan is “Japan · 10 GB · 7 days”.
give-back-what = { $plan }, nie genutzt.
give-back-what-and-when = { $plan }, gekauft am { $day }, nie genutzt.
give-back-you-paid = Du hast bezahlt
give-back-fee = Einbehaltene Gebühr
give-back-to-your-card = Zurück auf deine Karte
give-back-comes-back = Kommt zurück
give-back-network-reference = Referenz des Netzes
give-back-refund-reference = Referenz der Erstattung
give-back-ends-esim = Dieser Tarif endet sofort, und damit das, wofür diese eSIM gekauft wurde.
give-back-ends-add-on = Dieser Tarif endet sofort; die anderen Tarife auf dieser eSIM bleiben.
give-back-for-good-esim = Das lässt sich nicht rückgängig machen. Um doch zu reisen, müsstest du eine neue eSIM kaufen.
give-back-for-good-add-on = Das lässt sich nicht rückgängig machen. Um doch zu reisen, müsstest du eine neue Aufladung kaufen.
give-back-money = Das Geld geht auf die Karte oder das Konto zurück, womit du bezahlt hast. Bei Banken ist es meist nach 5 bis 10 Tagen zu sehen.
# A button. $back is an amount of money.
give-back-button = Zurückgeben und { $back } erhalten
give-back-keep = Behalten
give-back-not = Das lässt sich nicht zurückgeben
give-back-when = Wann Geld zurückgeht
give-back-why-kept = Der Grund: Der Tarif wurde gestartet, bevor er beendet werden konnte.
give-back-kept = Nicht zurückgegeben
give-back-asked = Wird zurückgegeben
give-back-paid = Zurückgegeben und erstattet
give-back-another-way = Zurückgegeben; das Geld ging einen anderen Weg
give-back-needs-a-person = Zurückgegeben; um die Erstattung kümmert sich ein Mensch
give-back-on-its-way = Zurückgegeben. Dein Geld ist unterwegs
give-back-lead-kept = Nichts wurde beendet, und kein Geld ist geflossen. Der Tarif gehört dir wie zuvor.
give-back-lead-asked = Wir beenden ihn beim Netz. Dann geht das Geld von selbst zurück; du kannst diese Seite schließen.
give-back-lead-paid = Es ging auf die Karte oder das Konto zurück, womit du bezahlt hast. Bei Banken ist es meist nach 5 bis 10 Tagen zu sehen.
give-back-lead-another-way = Das Geld dieser Bestellung hatten wir schon zurückgeschickt, also ging es kein zweites Mal zurück. Die Seite der Bestellung zeigt es.
give-back-lead-needs-a-person = Deine Bank hat uns die Erstattung zurückgeschickt. Wir haben einen Menschen verständigt; du musst nichts tun.
give-back-lead-on-its-way = Du musst nichts tun. Bei Banken ist eine Erstattung meist nach 5 bis 10 Tagen zu sehen.
# Stations on a line, one below the other; some have a short remark below them.
give-back-step-asked = Von dir angefragt
give-back-step-kept = Behalten
give-back-step-ended = Beim Netz beendet
# A remark.
give-back-step-about-to-be = steht bevor
give-back-step-money-back = Geld zurückgeschickt
# A remark.
give-back-step-another-way = auf anderem Weg
give-back-step-refund-returned = Erstattung kam zurück
# A remark.
give-back-step-a-person = ein Mensch kümmert sich darum
give-back-step-money-on-its-way = Geld unterwegs
give-back-not-allowed = Dieser Shop nimmt nichts zurück, was geliefert ist.
give-back-not-delivered = Es ist nicht geliefert oder wurde schon zurückgegeben.
give-back-started = Der Tarif wurde gestartet, und was gestartet ist, lässt sich nicht zurückgeben.
give-back-over = Der Tarif ist zu Ende; es gibt nichts mehr zurückzugeben.
give-back-too-late = Die Frist für die Rückgabe ist vorbei.
give-back-nothing-left = Die Gebühr ist so hoch wie das, was du bezahlt hast; es käme also nichts zurück.
give-back-refunded = Das Geld dafür geht schon zurück.
give-back-held = Die Zahlung wird geprüft. Bis das entschieden ist, lässt sich nichts zurückgeben.
give-back-another-amount = Jetzt kommt ein anderer Betrag zurück. Es wurde nichts zurückgegeben: Sieh ihn dir an und entscheide neu.
give-back-no-answer = Das Netz antwortet gerade nicht. Es wurde nichts zurückgegeben: Bitte drück in einer Minute noch einmal auf den Knopf.

## Start it now

start-name = Jetzt starten
start-now = Jetzt starten?
start-asked = Wird gestartet
start-started = Gestartet
start-kept = Nicht gestartet
start-impossible = Lässt sich hier nicht starten
start-lead-now = Das musst du nicht: Der Tarif startet von selbst, sobald sich die eSIM am Reiseziel zum ersten Mal mit einem Netz verbindet.
start-lead-asked = Wir fragen beim Netz an. Du kannst diese Seite schließen.
start-lead-started = Die Tage zählen jetzt, wo auch immer du bist.
start-lead-kept = Das Netz hat den Tarif nicht gestartet. Er startet von selbst bei der ersten Verbindung am Reiseziel.
start-lead-impossible = Der Tarif ist zu Ende oder zurückgegeben, oder dieser Shop überlässt den Start dem Netz.
# $days is 0 where it is not known how many they are.
start-warning =
    { $days ->
        [0] <b>Die Tage zählen ab sofort, wo auch immer du bist.</b> Zurückgeben geht dann nicht mehr.
        [one] <b>Der eine Tag zählt ab sofort, wo auch immer du bist.</b> Zurückgeben geht dann nicht mehr.
       *[other] <b>Die { $days } Tage zählen ab sofort, wo auch immer du bist.</b> Zurückgeben geht dann nicht mehr.
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
# $time is “10:02:11”.
part-clock-time = { $time } UTC
part-as-of = Stand { $time }. Das Netz zählt mit etwas Verzögerung.
part-as-of-stale = Das Netz hat gerade nicht geantwortet. Das sind seine letzten bekannten Zahlen, Stand { $time }.
part-help = Hilfe
# The first link leads to the guides, the second opens a mail.
part-help-stuck = Kommst du nicht weiter? Sieh in die <a>Anleitungen</a>, oder schreib an <a2>{ $email }</a2>; dort liest ein Mensch.
