privacy-how-long = 保存期間
privacy-how-long-unpaid = 支払われなかった注文：{ $time }
privacy-how-long-mails = 送信したメールの宛先と内容：{ $time }
privacy-how-long-events = 支払いやeSIMについてStripeとeSIM提供元から届く通知：{ $time }。保存するのは番号・種類・日時だけです。Stripeが一緒に送ってくる氏名、住所、カード情報は保存しません。
privacy-how-long-counts = リクエスト回数の記録：{ $time }
privacy-how-long-orders = 支払い済みの注文、その返金とeSIM：帳簿に関する法律が求める期間
