# Every mail is sent as HTML and as text. <b> and <a> are left out of the text.
# Words of the phone’s own settings (Primary, Allow Cellular Data Switching …) are to be those that the phone shows in your language.

## Every mail

# The subject line. $what is the mail’s headline, $shop the shop’s name.
mail-subject = { $what } – { $shop }
# $order is the order’s number: E10001.
mail-subject-order = { $what } – { $shop } { $order }
# In text mails: a name and what belongs to it, such as “Total paid: $14.40” or “Top up: https://…”.
mail-labelled = { $label }：{ $value }
mail-copied = { $label }：{ $value }
mail-questions = ご質問は、このメールに返信するか、<a>{ $email }</a>までお送りください。
mail-order = 注文{ $order }。
mail-open-order = 注文を開く
mail-see-esim = eSIMを見る
mail-top-up = チャージ
# $ends is a day and a time: 22 Jan 2027, 10:32 UTC.
mail-runs-until = <b>{ $ends }</b>まで使えます。

## Receipt

mail-receipt = 領収書
mail-receipt-total = お支払い合計
# $at is a day and a time.
mail-receipt-paid = 注文{ $order }、{ $at }お支払い。
# $seller is a company’s name and address.
mail-receipt-seller = 販売者：{ $seller }。

## The eSIMs are here

mail-ready = { $n ->
    [1] eSIMの準備ができました
   *[other] eSIM { $n }枚の準備ができました
}
# $here is a part of $ordered: 1 of 3.
mail-some-ready = eSIM { $ordered }枚のうち{ $here }枚の準備ができました
mail-still-waiting = 残り{ $n }枚は準備中です。届きしだいメールでお送りします。届かない場合は自動的に返金します。
mail-one-tap = 旅行に持っていくスマートフォンで注文を開くと、ワンタップでインストールできます。
# In the mail of an order of several eSIMs.
mail-several = スマートフォン1台に1つのeSIM。注文のページで名前を付け、自分のeSIMだけが開くリンクを一人ひとりに送れます。このメールを転送する必要はありません。
mail-each = 旅の行き先ごとにeSIMが1枚ずつあります。すべてご自宅でスマートフォンに追加し、現地ではその場所のeSIMをオンにしてください。
mail-once = <b>このeSIMは一度しかインストールできません。スマートフォンから削除しないでください。</b>出発前に、自宅の安定したWi-Fiで追加してください。
# $number counts the eSIMs of one order, $plan is “Japan · 10 GB · 7 days”.
mail-numbered = eSIM { $number }：{ $plan }
mail-start-by-day = <b>{ $day }</b>までに使い始めてください。
mail-qr-alt = このeSIMをインストールするQRコード
mail-scan = 旅行に持っていくスマートフォンで読み取ってください。そのスマートフォンでご覧の場合は、注文を開くか、次を入力してください：
mail-label-smdp = SM-DP+アドレス
mail-label-code = アクティベーションコード
mail-label-both = コード全体（LPA、入力欄が1つの場合）
mail-label-iccid = eSIM番号（ICCID）
mail-label-apn = APN
mail-confirmation-code = スマートフォンで確認コードの入力を求められます。このメールに返信していただければ、お送りします。
mail-land = 着いたら
mail-land-turn-on = eSIMをオンにします。
mail-land-roaming = eSIMのデータローミングをオンにします。
mail-land-data = eSIMをモバイルデータ通信の回線にします。通話とメッセージは「主回線」のままにし、「モバイルデータ通信の切替を許可」をオフにします。
mail-land-apn = プランに必要な場合はAPNを設定します（例：data.esim）。
mail-land-home-line = <b>ご自身の回線のデータローミングはオフのままにします。</b>オンにすると、契約中の通信事業者から請求されることがあります。
mail-sent-back = カードへの返金
mail-secret = このメールのコードを持つ人は誰でもあなたのeSIMを使えます。転送しないでください。

## Paid, and the network takes its time

mail-received = { $n ->
    [1] お支払い済み：eSIMを準備しています
   *[other] お支払い済み：eSIM { $n }枚を準備しています
}
mail-received-topup = お支払い済み：チャージを準備しています
mail-received-slow = お支払いを確認しました。ネットワークの応答に通常より時間がかかっているため、確認を続けています。
# $until is a day and a time; $n is how many eSIMs are awaited.
mail-received-until = { $n ->
    [1] <b>{ $until }</b>までにeSIMが届かない場合は、お支払いに使ったカードまたは口座に自動的に返金します。どちらの場合もメールでお知らせします。お手続きは不要です。
   *[other] <b>{ $until }</b>までに届かないeSIMがある場合は、その代金をお支払いに使ったカードまたは口座に自動的に返金します。どちらの場合もメールでお知らせします。お手続きは不要です。
}
mail-received-until-topup = <b>{ $until }</b>までに届かない場合は、お支払いに使ったカードまたは口座に自動的に返金します。どちらの場合もメールでお知らせします。お手続きは不要です。
mail-received-see = 状況を確認する

## Money goes back

# In the subject line.
mail-refunded = { $amount }の返金
mail-refunded-headline = { $amount }を返金します
# $why is a whole sentence, one of refund-… below.
mail-refund-line = { $plan }：<b>{ $amount }</b>。{ $why }
mail-refund-kept = 確定前にお知らせしたとおり、手数料{ $kept }を差し引きました。
# $reference is the bank’s name for it: re_3Abc.
mail-refund-reference = 返金の参照番号 { $reference }
mail-refund-reference-at = 返金の参照番号 { $reference }、{ $at }
mail-refund-when = お支払いに使ったカードまたは口座に返金します。通常、5〜10日で明細に反映されます。お手続きは不要です。

## Why money goes back: on the order’s page and in mails

refund-undeliverable = ネットワーク側でこのeSIMをお届けできませんでした。
refund-undeliverable-topup = ネットワーク側でこのチャージを追加できませんでした。
refund-given-back = ご利用前にこのプランをキャンセルされました。
refund-given-back-topup = ご利用前にこのチャージをキャンセルされました。
refund-fraud = カード所有者の同意のない支払いとして報告がありました。
refund-other = このお支払いを返金しました。
refund-test = このショップはテストモードのため、何も購入しませんでした。

## The bank takes days over the payment

# A list of the plans follows.
mail-payment-delayed = ご注文{ $order }のお支払いを銀行で処理しています。数日かかることがあります。
mail-payment-delayed-then = お支払いが完了しだい手配し、メールでお知らせします。それまでは何も手配されません。お手続きは不要です。

## The payment failed

mail-payment-failed = お支払いが完了しませんでした
# A list of the plans follows.
mail-payment-failed-nothing = 注文{ $order }のお支払いが完了しなかったため、注文も請求もありません：
mail-payment-failed-again = いつでも、別の支払い方法でもう一度ご注文いただけます。

## Top-up

mail-topped-up = チャージが完了しました
# $plan was added to the eSIM that was bought as $esim.
mail-topped-up-added = eSIM「{ $esim }」に<b>{ $plan }</b>を追加しました。

## Could not be given back

mail-not-given-back = プランはキャンセルされませんでした
mail-not-given-back-started = <b>{ $plan }</b>のキャンセルを申請されましたが、すでに使用が始まっていました。始まったプランはキャンセルできません。
mail-not-given-back-refused = <b>{ $plan }</b>のキャンセルを申請されましたが、ネットワーク側でキャンセルできませんでした。確認のうえ、ご連絡します。
mail-not-given-back-nothing = プランは終了しておらず、返金も行われていません。eSIMはこれまでどおりです。

## The address of an order was corrected: told to the old one

mail-address-changed = ご注文のメールの送り先が変わりました
mail-address-changed-what = 今後、ご注文{ $order }のメールは別のアドレスに届きます。このアドレスでは「マイeSIM」からこのご注文を開けなくなります。変更は、購入者からの依頼を受けたときと同じく{ $shop }が行いました。
mail-address-changed-unasked = お心当たりがない場合は、すぐにこのメールに返信してください。

## Start it soon

mail-start-by = { $day }までにeSIMを使い始めてください
# $days is 0 on the last day itself.
mail-start-by-left = { $days ->
    [0] <b>{ $plan }</b>はまだ始まっていません。<b>今日が最終日です。</b>過ぎると、自動で始まって日数が減ったり、使えなくなったりすることがあります。
   *[other] <b>{ $plan }</b>はまだ始まっていません。<b>残り{ $days }日です。</b>過ぎると、自動で始まって日数が減ったり、使えなくなったりすることがあります。
}
mail-start-by-install = 今のうちに、安定したWi-Fiでインストールしてください。現地に着いたらeSIMとデータローミングをオンにすると、プランが始まります。
mail-start-by-installed = すでにスマートフォンに入っています。そのままにしてください。現地に着いたらeSIMとデータローミングをオンにすると、プランが始まります。
mail-start-by-button = eSIMをインストール
mail-start-by-give-back = 旅行をやめましたか？始まる前なら<a>キャンセルして返金を受けられます</a>。

## It has started

mail-live = つながりました
mail-live-started = <b>{ $plan }</b>が始まりました。
mail-live-home-line = <b>まず、ご自身の回線のデータローミングがオフになっているか確認してください。</b>オンだと、契約中の通信事業者から請求されることがあります。eSIMではオンのままにします。
mail-live-see = 残量を見る
mail-live-no-internet = つながりませんか？<a>次にすることを見る</a>

## Data runs low

# $left and $total are “1.9 GB” and “10 GB”; in the subject line.
mail-low = 残り{ $left }（全{ $total }）
mail-low-headline = 残り{ $left }
mail-low-used = <b>{ $plan }</b>：{ $total }のうち{ $used }使用。
mail-low-top-up = チャージした分は、今の分を使い切ると自動で始まります。インストールは要りません。
mail-low-as-of = { $at }現在。このリンクはあなた専用です。サインインせずに、このeSIMのチャージページが開きます。

## It has ended

mail-used-up = データを使い切りました
mail-time-over = プランが終わりました
mail-used-up-plan = <b>{ $plan }</b>のデータがなくなりました。
mail-time-over-plan = <b>{ $plan }</b>の期限が切れました。
mail-ended-go-on = まだ旅行中ですか？同じeSIMにチャージすれば、続けて使えます。eSIMをスマートフォンから削除しないでください。もう一度インストールすることはできません。
mail-ended-plans = または<a>すべてのプランを見る</a>。
mail-ended-link = チャージのリンクはあなた専用です。サインインせずに、このeSIMのページが開きます。

## Signing in

mail-sign-in-to = { $shop }にサインイン
mail-sign-in = サインインしてeSIMを見る
mail-sign-in-once = このリンクは{ $minutes }分以内に一度だけ使えます。
mail-sign-in-button = サインイン
mail-sign-in-unasked = お心当たりがない場合は、誰かがメールアドレスを打ち間違えたものです。このメールは無視してください。リンクがなければ誰もサインインできません。
