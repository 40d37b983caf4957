
hand-over-title = Für jemand anderen
hand-over-lead = Schick der Person einen Link, der nur diese eSIM öffnet: QR-Code und Anleitung. Kein Preis und keine deiner anderen eSIMs.
hand-over-name = Name der Person (freiwillig)
hand-over-name-hint = Damit du deine eSIMs unterscheiden kannst.
hand-over-no-name = Höchstens 40 Zeichen, in einer Zeile.
hand-over-too-quick = Zu viele Links in kurzer Zeit. Bitte warte etwas.
hand-over-over = Diese eSIM wird storniert oder lässt sich nicht mehr verwenden: Es gibt nichts zu senden.
hand-over-make = Link erstellen
hand-over-only-name = Nur den Namen speichern
hand-over-open = Ein Link gilt bis zum { $day }. Ein neuer ersetzt ihn.
hand-over-end = Link beenden
hand-over-what = Wer den Link hat, kann diese eSIM installieren, ein einziges Mal. Schick ihn nur dieser Person. Du kannst ihn hier jederzeit beenden.
hand-over-made = Der Link ist fertig
hand-over-made-lead = Schick ihn der Person, die mit dieser eSIM reist.
hand-over-made-lead-name = Schick ihn an { $name }.
hand-over-link = Link
hand-over-once = Er wird nur dieses eine Mal gezeigt: Kopiere ihn jetzt. Geht er verloren, erstell einen neuen.
hand-over-scan = Steht ihr nebeneinander? Mit der Handykamera gescannt, öffnet sich die Seite.
hand-over-until = Er gilt bis zum { $day }.
hand-over-link-alt = QR-Code, der die Seite für die Person öffnet
hand-over-change = Namen ändern oder Link beenden
hand-over-somebody = Für jemand anderen? Namen angeben und Link schicken
hand-over-link-for = Link an { $name } schicken
hand-over-phone-button = Auf dem Handy öffnen
hand-over-browser-button = Link für den Browser erstellen
hand-over-phone-title = Auf dem Handy öffnen
hand-over-phone-lead = Scanne dies mit der Kamera des Handys, das du auf die Reise mitnimmst. Es öffnet sich eine Seite, auf der sich die eSIM mit einem Tipp installiert.
hand-over-phone-until = 15 Minuten gültig, bis { $time }.
hand-over-phone-link = Oder öffne diese Adresse im Browser des Handys
hand-over-not-the-code = Dieser Code öffnet eine Seite. Der Code, der die eSIM installiert, ist der andere.
hand-over-phone-alt = QR-Code, der eine Seite auf dem Handy öffnet
handed-for = Für { $name }
handed-title = Deine eSIM
handed-lead = { $plan }, für dich bei { $shop } gekauft. Füge sie zu Hause in einem stabilen WLAN hinzu; das dauert zwei Minuten.
handed-start-by = <b>Bis zum { $day } starten.</b> Danach kann der Tarif automatisch beginnen und seine Tage verbrauchen oder nicht mehr funktionieren.

## The eSIMs of one order for several people

family-title = Für wen sind sie?
family-lead = Gib ihnen einmal Namen. Alle bekommen einen Link, der nur die eigene eSIM öffnet.
# A button, and what stands beside the eSIM that it was pressed for: on a phone, and on a computer.
family-this-phone = Dieses Handy
family-mine = Für mich
family-not-mine = Doch nicht für mich
family-send = Link senden
family-send-again = Erneut senden
family-send-all = Alle Links senden
# Beside a name: “link sent · not installed yet”.
family-sent = Link gesendet
family-not-installed = noch nicht installiert
family-show = Ansehen
family-qr = QR-Code und Codes
family-scan = Scanne ihn mit der Kamera des anderen Handys.
family-made = Die Links sind fertig
family-once = Sie werden nur dieses eine Mal gezeigt: Sende oder kopiere sie jetzt. Geht einer verloren, erstell einen neuen.
# Of a field with a line for each traveller: a name and a link.
family-links = Links, eine Zeile pro Person
family-share = Teilen
family-closed = Noch wurde nichts gesendet. Tippe noch einmal auf „Teilen“ oder kopiere den Text oben.
family-save = Namen speichern
family-sign-in = Für mehrere Reisende? Melde dich an und sende Links
family-sign-in-why = Links lassen sich nur in dem Browser senden, in dem du gekauft hast, oder nachdem du dich mit der Adresse angemeldet hast, mit der du bezahlt hast.
# $day is the last day on which the link works.
family-sent-page = Du hast einen Link zu dieser eSIM gesendet; er funktioniert bis { $day }. Die eSIM ist noch nicht installiert. Sie lässt sich nur einmal installieren: Überlass das der anderen Person oder beende vorher den Link.
family-sent-page-seen = Zu dieser eSIM wurde jemandem ein Link gesendet; er funktioniert bis { $day }. Die eSIM ist noch nicht installiert. Sie lässt sich nur einmal installieren: Überlass das der anderen Person, außer die eSIM ist für dieses Handy bestimmt.
