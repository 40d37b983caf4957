privacy-how-long = Wie lange wir es aufbewahren
privacy-how-long-unpaid = Eine Bestellung, die nie bezahlt wurde: { $time }.
privacy-how-long-mails = Adresse und Inhalt der E-Mails, die wir verschickt haben: { $time }.
privacy-how-long-events = Was Stripe und unser eSIM-Lieferant uns zu einer Zahlung oder eSIM melden: { $time }. Wir speichern nur Nummer, Art und Zeitpunkt. Name, Anschrift und Kartendaten, die Stripe mitschickt, speichern wir nie.
privacy-how-long-counts = Die Zahl der Anfragen: { $time }.
privacy-how-long-orders = Bezahlte Bestellungen mit ihren Erstattungen und eSIMs: so lange, wie es die gesetzlichen Aufbewahrungspflichten verlangen.
