# Words of the phone’s own settings (Settings, Cellular, Add eSIM …) are to be those that the phone shows in your language.

## The order’s page

# $day is the day it was paid.
order-dated = 注文 { $order } · { $day }
order-check-again = もう一度確認
order-continue-to-payment = お支払いがまだの場合は、支払いに進む
# The name of a plan, before what became of its money.
order-returned-plan = { $plan }：
order-install = eSIMをインストール
order-start = eSIMを開始
order-sign-in = サインインしてコードを見る
order-sign-in-why = QRコードとアクティベーションコードは、購入に使ったブラウザーか、サインイン後にだけ表示されます。支払いに使ったメールアドレスにリンクを送ります。そのリンクで他のeSIMもすべて見られます。
order-next = この後の流れ
order-see-esim = eSIMを見る
order-see-plan = プランをもう一度見る
order-see-plans = プランをもう一度見る
order-bought = ご注文内容
order-topup-line = チャージ：{ $plan }
order-total = 合計
order-sent-back = 返金額
order-where = このページのURLはメールに記載しています。すべてのeSIMは<a>マイeSIM</a>で見られます。

## The order’s headline

order-awaiting-payment = お支払いを待っています
order-processing = お支払いの処理中です
order-failed = お支払いが完了しませんでした
order-expired = この注文は支払われませんでした
order-person = ご注文を確認しています
order-held = このお支払いを確認しています
order-given-back-paid = キャンセルと返金が完了しました
order-given-back = キャンセル済み。返金の手続き中です
order-coming-topup = チャージを準備しています
order-ready-topup = eSIMにチャージしました
order-coming = { $n ->
    [1] eSIMを準備しています
   *[other] eSIM { $n }枚を準備しています
}
order-ready = { $n ->
    [1] eSIMの準備ができました
   *[other] eSIM { $n }枚の準備ができました
}
order-yours = eSIM { $n }件
# $here is a part of $n: 1 of 3.
order-some-ready = eSIM { $n }枚のうち{ $here }枚の準備ができました
order-returning = 返金の手続き中です
order-returned = 返金しました
order-test-ended = このテスト注文は終了しました

## Below the headline

order-lead-awaiting-payment = お支払いはまだ確認できていません。支払ったばかりの場合は、数秒で確認でき、eSIMが自動で届きます。
order-lead-processing = 銀行でお支払いを処理しています。数日かかることがあります。完了しだいeSIMを用意し、メールでお送りします。それまでは何も注文されません。
order-lead-failed = お支払いが完了しませんでした。注文も請求もありません。別の支払い方法でもう一度ご注文いただけます。
order-lead-expired = 支払いページが閉じられたか、時間が過ぎたため、請求も注文もありませんでした。プランは今も販売しています。
order-lead-person = このご注文は担当者が確認しています。お手続きは不要です。詳しくはお問い合わせください。
order-lead-held = 銀行またはStripeがこのお支払いを確認しています。終わるまでは何も注文されません。
order-lead-topup = 前のプランを使い切るか終わると、自動で始まります。
order-lead-ready-several = スマートフォン1台につき1枚です。出発前に、自宅など安定したWi-Fiのある場所で追加してください。1枚につき2分ほどで終わります。
order-lead-ready-each = 旅の行き先ごとに1枚ずつです。出発前に、自宅など安定したWi-Fiのある場所ですべて追加してください。1枚につき2分ほどで終わります。
order-lead-ready = 出発前に、自宅など安定したWi-Fiのある場所で追加してください。2分ほどで終わります。
order-lead-stranger = コードは、購入に使ったブラウザーか、支払いに使ったアドレスでサインインした後にだけ表示されます。
order-lead-returning = お手続きは不要です。返金は通常、5〜10日で明細に反映されます。
order-lead-returned = お支払いに使ったカードまたは口座に返金しました。通常、5〜10日で明細に反映されます。
order-lead-test-ended = ショップがテストモードのときの注文です。今は実際のお支払いを受け付けているため、この注文はこれ以上進みません。実際のお金は動いていません。
order-lead-seconds = 通常は数秒で終わります。
# $until is a time: 10:32 UTC.
order-lead-until = 通常は数秒で終わります。{ $until }までにネットワークから届かない場合は、自動的に返金します。このページは閉じてかまいません。メールでお知らせします。
order-lead-until-unclear = ネットワークからはっきりした回答がなく、確認を続けています。{ $until }までに届かない場合は、自動的に返金します。このページは閉じてかまいません。メールでお知らせします。

## The clock of what happened when: its stations, one or two words each

order-step-paid = 支払い済み
order-step-ordered = 発注済み
order-step-not-ordered = 発注せず
order-step-ready = 準備完了
order-step-added = 追加済み
order-step-mailed = メール送信
order-step-payment-failed = 支払い失敗
order-step-not-paid = 未払い
order-step-not-added = 追加失敗
order-step-not-delivered = 未お届け
order-step-some-ready = { $n }枚中{ $here }枚完了
order-step-given-back = キャンセル済み
order-step-mail-refused = メール不達
order-step-refund-came-back = 返金差し戻し
order-step-refunded = 返金済み
order-step-refund-on-its-way = 返金中

## Below a station that has no time yet

order-note-not-yet = まだ
order-note-bank = 銀行から送金中
order-note-nothing-taken = 引き落としなし
order-note-nothing-charged = 請求なし
order-note-about-to-be = まもなく
order-note-some = 現在{ $n }枚中{ $here }枚
order-note-esim-page = eSIMのページにすべてあります
order-note-this-page = このページにすべてあります
order-note-on-its-way = 進行中
order-note-late = 遅れています。再送を続けています
order-note-person = 担当者が対応中
order-mail-refused = <b>{ $address }</b>宛てのメールは受け取りを拒否されました。アドレスが間違っている場合は、番号{ $order }を添えて<a>{ $email }</a>までご連絡ください。訂正して、もう一度お送りします。

## What became of the money of one plan. $why is a whole sentence.

order-refund-sent-on = { $day }に{ $amount }を返金しました。{ $why }
order-refund-sent = { $amount }を返金しました。{ $why }
order-refund-on-its-way = { $amount }の返金を手続き中です。{ $why }
order-refund-came-back = { $amount }が銀行から差し戻されました。対応しています。{ $why }
order-refund-topup = ネットワーク側でeSIMに追加できませんでした。

## An eSIM and how to install it

# One of several in an order. $number is 2, $all is 3.
card-number = eSIM { $number }/{ $all }
card-first-phone = 旅行に持っていくスマートフォンでご覧ですか？それなら、ここで直接インストールできます。
card-first-iphone-elsewhere = このページをSafariで開いてください。iPhoneでワンタップでインストールできるのはSafariだけです。または、下の2つのコードを入力してください。
card-first-android-elsewhere = このページをChromeで開いてください。アプリ内からはインストールできません。または、下のコードを入力してください。
card-first-iphone-old = このiPhoneで、設定 → モバイル通信 → eSIMを追加 → QRコードを使用 → 詳細情報を手動で入力と進み、下の2つのコードをコピーしてください。
card-first-other = 旅行に持っていくスマートフォンのカメラでQRコードを読み取ってください。
card-tap-iphone = このiPhoneにインストール
card-tap-iphone-hint = iPhoneのインストール画面が開き、eSIMを追加する前に確認が表示されます。
card-tap-android = ワンタップを試す
card-tap-android-hint = PixelとSamsungのスマートフォンで、Chromeから使えます。何も起きない場合は、QRコードを読み取るか、コードを入力してください。
card-qr-iphone = Safariでコードを長押しし、「eSIMを追加」を選びます。または、このページを別の画面に表示して読み取ってください。
card-qr-phone = このページを別の画面に表示し、このスマートフォンで読み取ってください。
card-qr-other = 旅行に持っていくスマートフォンのカメラを開き、このコードに向けてください。
card-qr-alt = eSIMをインストールするQRコード
# $esim is “eSIM 2 of 3”.
card-qr-alt-of = { $esim }をインストールするQRコード
card-smdp = SM-DP+アドレス
card-code = アクティベーションコード
card-both = コード全体（LPA、Android用）
# After “Copy the …”, for screen readers.
card-copy-smdp = SM-DP+アドレス
card-copy-code = アクティベーションコード
card-copy-both = コード全体
card-confirmation-code = スマートフォンで確認コードの入力を求められます。ご連絡いただければお送りします。
card-code-waits = このeSIMのコードをもう一度ネットワークに問い合わせています。1分ほどしてからこのページを再読み込みしてください。eSIM自体に問題はありません。

## A page that cannot be shown

fault-not-found = ページが見つかりません
fault-not-found-text = URLに誤りがあるか、他の方のページです。
fault-origin = リクエストを確認できませんでした
fault-origin-text = ここでページを開き、もう一度お試しください。
fault-look-up = 現在、読み込めません
fault-show = このページを表示できませんでした
fault-nothing-lost = ご注文とお支払いの処理は続いています。1分ほどしてからもう一度お試しください。
fault-yours = ご自身のページですか？このブラウザーではサインインしていません。支払いに使ったメールアドレスを入力すると、サインイン用リンクをお送りします。パスワードは不要です。
fault-to-shop = ショップに戻る

## Signing in

sign-in = サインイン
sign-in-lead = 支払いに使ったメールアドレスを入力してください。eSIMを表示するリンクをメールで送ります。パスワードは不要です。
sign-in-just-bought = 購入したばかりですか？支払いに使ったブラウザーなら、注文のページにすべてあります。
sign-in-type-address = メールアドレスを入力してください。例：ada@example.com
sign-in-sent = 受信箱を確認してください
# $email is what was typed.
sign-in-sent-lead = <b>{ $email }</b>でのご購入があれば、サインイン用リンクをお送りしました。{ $minutes }分以内に一度だけ使えます。
sign-in-sent-nothing = 数分たっても届きませんか？迷惑メールのフォルダーを見るか、上のつづりを確かめるか、領収書が届いたアドレスを使ってください。
sign-in-another-address = 別のメールアドレスを使う
sign-in-one-press = このブラウザーで{ $days }日間サインインしたままにします。
sign-in-elsewhere = このリンクは別のブラウザーでリクエストされたものです。ご自身でリクエストした場合にだけサインインしてください。
sign-in-and-see = サインインしてマイeSIMを見る
sign-in-not-your-device = ご自身の端末ではありませんか？終わったらサインアウトしてください。
sign-in-used-up = このリンクは使えなくなりました
sign-in-used-up-lead = サインイン用リンクは{ $minutes }分以内に一度だけ使えます。新しいリンクを送信してください。
sign-in-new-link = 新しいリンクをメールで送る
card-other-ways = ほかのインストール方法
## ご注文メールの送信先

order-mailed-to = メールの送信先は<b>{ $address }</b>です。<a>変更・再送</a>
order-mail-slip = アドレスは正しいですか？ 入力は<b>{ $typed }</b>です。<b>{ $meant }</b>の間違いではありませんか？ <a>訂正する</a>
mailed-title = ご注文メールの送信先
mailed-title-error = エラー：{ $title }
mailed-now = このご注文に関するメールの送信先は<b>{ $address }</b>です。
mailed-again-button = もう一度送る
mailed-again-done = <b>{ $address }</b>にもう一度送りました。1分ほど待ち、迷惑メールフォルダーも確認してください。
mailed-nothing-yet = まだ納品されていません。eSIMの準備ができしだい<b>{ $address }</b>にメールします。
mailed-too-often = 再送は1分に1回、1日5回までです。
mailed-change = 別のアドレス
mailed-change-why = ご注文を新しいアドレスにメールし、以前のアドレスには変更があったことだけをお知らせします（コードは含みません）。以前のアドレスに送ったメールのリンクは使えなくなります。
mailed-change-button = 変更して送る
mailed-change-done = 変更しました。このご注文に関するメールは<b>{ $address }</b>に送ります。
mailed-changed-too-often = アドレスは本日すでに3回変更されています。まだ正しくない場合はメールでご連絡ください。
mailed-same = 登録済みのアドレスと同じです。
mailed-installed = eSIMはすでにインストールされているため、ここではメールアドレスを変更できません。必要な場合はメールでご連絡ください。
mailed-back = ご注文に戻る
