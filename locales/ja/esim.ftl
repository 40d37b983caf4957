# Words of the phone’s own settings (Cellular, Data Roaming, Network Selection …) are to be those that the phone shows in your language.
# “eSIM”, “APN”, “ICCID”, “SM-DP+”, “EID” and “QR” stay as they are. An “add-on” is a further plan on an eSIM that exists; a “top-up” is buying one.

## Amounts

# $data is “1 MB”.
amount-under = { $data }未満
# $days is not a whole number: “2.5”.
amount-days-and-a-part = { $days }日

## An eSIM, on all of its pages

# $phrase is “7.4 GB of 10 GB left” or the like: only what ends a sentence is added.
esim-sentence = { $phrase }。
esim-data = データ
esim-number = eSIM番号（ICCID）
esim-apn = APN
esim-order = 注文
esim-back = eSIMに戻る
esim-check-again = もう一度確認
esim-see-the-plans = プランを見る
# Networks of which we do not know the country, at the end of a list of countries.
esim-elsewhere = その他の地域
esim-ready-to-install = インストールできます
esim-on-a-phone = インストール済み、未開始
esim-in-use = 使用中
esim-plan-has-ended = プラン終了
esim-switched-off = 完全に停止
esim-something-wrong = 問題があります
esim-given-back = キャンセル済み
# $word is the network’s own, in English.
esim-network-says = ネットワーク上の状態：{ $word }
esim-brief-not-installed = 出発前に、自宅など安定したWi-Fiのある場所で追加してください。2分ほどで終わります。
esim-brief-not-started = 自宅での作業は終わりです。現地で初めてつながると始まります。
esim-brief-nothing-used = ネットワークにつながりましたが、データはまだ使われていません。
esim-brief-use-unknown = 現地でネットワークにつながりました。
esim-brief-works = 正常に動作しています。
esim-brief-add-on-waits = 前のプランは終わりました。チャージした分は自動で始まります。
esim-brief-data-gone = データをすべて使いました。同じeSIMにチャージできます。
esim-brief-time-over = 日数が終わりました。同じeSIMにチャージできます。
esim-brief-nothing-to-add = プランが終わり、チャージもできません。新しいプランは新しいeSIMで届きます。
esim-brief-given-back = キャンセルしたため、使えません。
esim-brief-switched-off = 最後のプランの終了から60日たつと、ネットワーク側でeSIMが停止されます。
esim-brief-broken = このeSIMに不具合があるとネットワークから報告がありました。まれなことで、お客さまに原因はありません。
esim-brief-unexplained = ネットワークから未知の状態が返されました。使えない場合はお問い合わせください。

## A package (a plan on an eSIM): its state and figures

package-of-elsewhere = 当店以外で購入したプラン
package-given-back = キャンセル済み
package-being-given-back = キャンセルの手続き中
package-starting = 開始しています
package-waits = 開始待ち
package-in-use = 使用中
package-used-up = 使い切り
package-days-over = 日数終了
package-ended-by-hand = 手動で終了
# In a ring, below “7.4 GB” or “4 days” in large letters. $all is “10 GB” or “7 days”.
package-of-all-left = 残り（全{ $all }）
# $used and $all are “2.6 GB” and “10 GB”. No full stop: it stands in a table too.
package-used = { $all }のうち{ $used }使用
# $used and $all are “3 days” and “7 days”.
package-days-used = { $all }のうち{ $used }使用。データ無制限のため、日数で数えます
# $all is “10 GB” or “7 days”. No full stop.
package-not-started = { $all }、未開始
# $left and $all are “7.4 GB” and “10 GB”, or “4 days” and “7 days”. No full stop.
package-left = 残り{ $left }（全{ $all }）
# $days is 0 where it is not known how many they are.
package-begins-at-destination =
    { $days ->
        [0] 現地で初めてネットワークにつながったときから日数を数えます。
       *[other] 現地で初めてネットワークにつながったときから{ $days }日間です。
    }
# $days is 0 where it is not known how many they are.
package-begins-after-another =
    { $days ->
        [0] 前のプランから引き継いだときから日数を数えます。
       *[other] 前のプランから引き継いだときから{ $days }日間です。
    }
# $end is a day and a time. $days is 0.
package-days-ended-on = { $end }に日数が終わりました。
package-ends-on =
    { $days ->
        [1] 最終日です。{ $end }に終わります。
       *[other] 残り{ $days }日。{ $end }に終わります。
    }
package-ended-on = { $end }に終了しました。

## One eSIM

my-esim-installed = インストール済み ✓
# $day is a date; the link fetches a file for the calendar.
my-esim-start-by = <b>{ $day }までに使い始めてください。</b>過ぎると、プランが自動で始まって日数が減ったり、使えなくなったりすることがあります。<a>カレンダーに追加</a>
my-esim-bought = 購入日
my-esim-how-a-top-up-works = チャージのしくみ
my-esim-why-not-given-back = キャンセルされなかった理由
my-esim-see-the-refund = 返金を見る
my-esim-give-it-back = キャンセルして返金を受ける
my-esim-see-its-start = 開始の状況を見る
my-esim-start-it-now = 今すぐ開始
# A calendar’s entry. $plan is “Japan · 10 GB · 7 days”.
calendar-summary = eSIMを使い始める：{ $plan }
calendar-how = Wi-Fiがあるうちにインストールし、現地でオンにしてください。この日を過ぎると、プランが自動で始まって日数が減ったり、使えなくなったりすることがあります。

## All eSIMs of a traveller

my-esims-sign-out = サインアウト
my-esims-everywhere = すべての端末でサインアウト
my-esims-everywhere-why = ほかの人があなたの端末を使った可能性がありますか？すべてのブラウザーからサインアウトします。もう一度サインインするまで、どのブラウザーにも購入内容は表示されません。
my-esims-signed-in-as = { $email }でサインイン中
my-esims-none = eSIMはまだありません
my-esims-none-lead = このアドレスで購入したものは、届きしだいここに表示されます。
my-esims-find-a-plan = プランを探す
my-esims-newest-first = あなたのeSIM（新しい順）
my-esims-start-by = 開始期限
my-esims-details = 詳細
my-esims-install-or-start = インストール・開始
my-esims-start-it = 開始する
my-esims-what-is-left = 残りを見る

## What is left

left-title = 残りデータ量
left-use-unknown = 使用量の情報がまだネットワークから届いていません。
# $plan is “Japan · 10 GB · 7 days”: the plan that follows the one in use.
left-next = 次のプラン：{ $plan }。今のプランを使い切るか終わると、自動で切り替わります。
left-no-plan = このeSIMのプランの情報が、まだネットワークから届いていません。
left-top-up = チャージ
left-no-internet = つながらないとき
left-others = このeSIMの他のプラン

## Installing and starting, on the eSIM’s page and the order’s

setup-install = eSIMをインストール
setup-already-on-a-phone = <b>このeSIMはすでにスマートフォンに入っています。</b>コードは使用済みのため、もう一度インストールすることはできません。
setup-show-codes-again = QRコードとコードをもう一度表示
# 02 is the next part of the page.
setup-installed-already = もうインストールしましたか？設定に2つ目の回線として表示されていれば、02へ進んでください。
setup-sheet = 印刷用シートを開く
setup-start = eSIMを開始
setup-has-started = <b>開始しました。</b>設定が変わっていた場合のために、4つの設定を下に示します。
setup-show-switches = 4つの設定を表示
starting-picture = 現地に着いたときの2つの回線の設定例
starting-when = 現地に着いたら、スマートフォンの設定で：
starting-turn-on-iphone = <b>eSIMをオンにします。</b>設定 → モバイル通信 → eSIM。
starting-turn-on-android = <b>eSIMをオンにします。</b>設定 → ネットワークとインターネット → SIM → eSIM。
starting-roaming = <b>eSIMのデータローミングをオンにします。</b>オフのままだと海外でインターネットにつながりません。このローミングの代金はお支払い済みです。
starting-data = <b>eSIMをモバイルデータ通信の回線にします。</b>通話とメッセージは「主回線」のままです。
# $apn is a code that is typed in.
starting-apn = <b>プランに必要な場合はAPNを設定します。</b>このプランでは：<code>{ $apn }</code>。
starting-apn-unknown = <b>プランに必要な場合はAPNを設定します。</b>通常は自動で設定されます。つながらないときは<code>{ $apn }</code>を試してください。
starting-home-line = <b>ご自身の回線のデータローミングはオフのままにします。</b>その料金はご契約中の通信事業者から請求されるもので、このeSIMでは防げません。
installing-title = インストールの途中で
installing-rename = 名称を「eSIM」などに変えると、ご自身の回線と見分けられます。
installing-primary = 通話とメッセージは「主回線」のままにします。
installing-switching = 「モバイルデータ通信の切替を許可」をオフにします。
installing-iphone = iPhoneに手動で追加
installing-iphone-how = 設定 → モバイル通信 → eSIMを追加 → QRコードを使用。QRコードを読み取るか、「詳細情報を手動で入力」を選んでSM-DP+アドレスとアクティベーションコードを貼り付けます。
installing-android = Androidに手動で追加
installing-android-how = 設定 → ネットワークとインターネット → SIM → SIMを追加 → eSIMを設定。Samsungの場合：設定 → 接続 → SIMマネージャー → eSIMを追加。QRコードを読み取るか、コードの入力を選んで「コード全体（LPA）」を貼り付けます。
installing-fails = インストールできない場合
# What stands in quotation marks are the phone’s own messages. $code is *#06#.
installing-fails-why = 「この通信事業者のモバイル通信プランは追加できません」（Cellular plans from this carrier cannot be added）：SIMロックがかかっています。通信事業者に解除を依頼してください。「モバイル通信プランの変更を完了できませんでした」（Cellular change could not be completed）：コードは使用済みです。設定を見てください。eSIMがすでに入っているかもしれません。eSIMのメニューがない：電話アプリで<code>{ $code }</code>と入力してください。EIDが表示されなければ、eSIMに対応していません。

## The picture of a phone’s settings: short, in the phone’s own words

phone-picture = スマートフォンの設定：eSIMはオンで、モバイルデータ通信の回線になっており、データローミングもオン。主回線は通話用で、データローミングはオフ
phone-cellular = モバイル通信
# At most 35 letters.
phone-travel-line = eSIM（旅行用の回線）
# At most 25 letters.
phone-turn-on = この回線をオンにする
# At most 25 letters.
phone-roaming = データローミング
# At most 22 letters.
phone-data = モバイルデータ通信
# To the right of the last one, at most 8 letters.
phone-data-line = eSIM
# At most 35 letters.
phone-home-line = 主回線（いつもの回線）
# At most 20 letters.
phone-calls = 通話とメッセージ
# To the right of the last one, at most 10 letters.
phone-calls-line = 主回線

## The sheet of paper

# Of the browser’s window. $plan is “Japan · 10 GB · 7 days”.
sheet-title = インストールシート：{ $plan }
sheet-name = インストールシート
sheet-print = このシートを印刷
# In a line of its own, behind the shop’s name.
sheet-order = 注文 { $number }
# Behind it.
sheet-start-by = 開始期限：{ $day }
sheet-once = <b>このeSIMは一度しかインストールできません。スマートフォンから削除しないでください。</b>自宅の安定したWi-Fiで追加してください。このシートを持つ人は誰でもインストールできます。人に渡さないでください。
sheet-qr = eSIMをインストールするQRコード
sheet-smdp-address = SM-DP+アドレス
sheet-activation-code = アクティベーションコード
sheet-both = コード全体（LPA、Android用）
sheet-install = 自宅でインストール
sheet-iphone = iPhone
sheet-iphone-how = 設定 → モバイル通信 → eSIMを追加 → QRコードを使用。コードを読み取るか、「詳細情報を手動で入力」を選びます。回線の名称を「eSIM」に変え、通話とメッセージは「主回線」のままにし、「モバイルデータ通信の切替を許可」をオフにします。
sheet-android = Android
sheet-android-how = 設定 → ネットワークとインターネット → SIM → SIMを追加 → eSIMを設定。Samsung：設定 → 接続 → SIMマネージャー → eSIMを追加。コードを読み取るか、「コード全体（LPA）」を入力します。通話とメッセージはご自身のSIMのままにします。
sheet-start = 着いたら開始
sheet-turn-on = <b>eSIMをオンにします。</b>
sheet-roaming = <b>eSIMのデータローミングをオンにし、</b>ご自身の回線ではオフのままにします。
sheet-data = <b>eSIMをモバイルデータ通信の回線にします。</b>
# $apn is a code that is typed in.
sheet-apn = <b>プランに必要な場合はAPNを設定します：</b><code>{ $apn }</code>。
sheet-apn-unknown = <b>プランに必要な場合はAPNを設定します：</b>通常は不要です。つながらないときは<code>{ $apn }</code>を試してください。
# $names are networks: “Docomo, SoftBank”.
sheet-networks = つながらないときに手動で選ぶネットワーク：{ $names }。
sheet-networks-and-others = つながらないときに手動で選ぶネットワーク：{ $names }など。
sheet-networks-unknown = つながらないときに手動で選ぶネットワーク：記載なし。
sheet-person = お問い合わせ：{ $email }

## No internet?

no-internet-title = つながらないとき
no-internet-next-step = つながらないとき：次にすること
# The subject of the traveller’s mail to us; a person of the shop reads it.
no-internet-mail-subject = インターネットにつながらない、注文 { $order }
no-internet-is-it-on-a-phone = インストール
no-internet-on-phone = 済み ✓
no-internet-on-phone-not-yet = まだ
no-internet-on-phone-unknown-yet = 未確認
no-internet-on-phone-unknown = 不明
no-internet-plan = プラン
no-internet-install-it = インストールする
no-internet-top-up = チャージ
no-internet-see-the-plans = プランを見る
no-internet-show-the-switches = 4つの設定を見る
no-internet-show-the-networks = ネットワークを見る
no-internet-write-to-us = 問い合わせる
no-internet-install-first = 先にインストールしてください
no-internet-set-the-switches = 4つの設定を設定してください
no-internet-turn-on-roaming = eSIMのデータローミングをオンにしてください
no-internet-pick-a-network = ネットワークを手動で選んでください
no-internet-add-on-starts = チャージした分は自動で始まります
no-internet-data-is-used-up = データを使い切りました
no-internet-days-are-over = プランの日数が終わりました
no-internet-plan-is-over = プランが終わりました
no-internet-given-back = このプランはキャンセルされました
no-internet-switched-off = このeSIMは完全に停止されました
no-internet-contact = お問い合わせください
no-internet-because-not-installed = このeSIMがスマートフォンに入ったことを、ネットワークはまだ確認していません。すでに2つ目の回線として表示されていますか？それならネットワークの反映が遅れています。下の4つの設定に進んでください。
no-internet-because-not-started = eSIMに問題はなく、プランは開始を待っています。現地のネットワークにまだつながっていません。次の4つを設定すればつながります。
no-internet-because-nothing-used = プランは始まりましたが、データはまだ使われていません。ほとんどの場合、原因はこの設定か、データに別の回線が使われていることです。
no-internet-because-use-unknown = プランは始まりましたが、使用量の情報がまだネットワークから届いていません。ほとんどの場合、原因はこの設定です。
no-internet-because-add-on-waits = 前のプランは終わりました。データローミングをオンにして1分ほど待つと、ネットワーク側でチャージした分が始まります。インストールや有効化の操作は不要です。
no-internet-because-nothing-to-add = プランが終わり、このeSIMにできるチャージはありません。新しいプランは新しいeSIMで届きます。スマートフォンには両方を入れておけます。
no-internet-because-given-back = キャンセルした時点で終了したため、スマートフォンの設定では元に戻せません。新しいプランは新しいeSIMで届きます。
no-internet-because-switched-off = eSIMの最後のプランが終わって60日たつと、ネットワーク側で停止されます。新しいプランは新しいeSIMで届きます。
no-internet-because-broken = このeSIMに不具合があるとネットワークから報告がありました。まれなことで、お客さまに原因はなく、スマートフォンの設定では直せません。
# $word is the network’s own, in English.
no-internet-because-unexplained = ネットワーク上の状態は「{ $word }」です。詳細は当店で確認します。
no-internet-because-works = ネットワーク側に問題はなく、プランは使用中です。対応していないネットワークにつながったままなのかもしれません。手動で別のネットワークを選び、スマートフォンを再起動してください。
# $left is “7.4 GB of 10 GB left”.
no-internet-because-works-with-figures = ネットワーク側に問題はありません：{ $left }。対応していないネットワークにつながったままなのかもしれません。手動で別のネットワークを選び、スマートフォンを再起動してください。
no-internet-because-data-gone = データは残っていません。チャージすれば、同じeSIMですぐに使えます。
# $used is “10 GB of 10 GB used”.
no-internet-because-data-gone-with-figures = { $used }。チャージすれば、同じeSIMですぐに使えます。
no-internet-because-time-over = 終了しました。チャージすれば、同じeSIMをまた使えます。
# $end is a day and a time.
no-internet-because-time-over-on = { $end }に終了しました。チャージすれば、同じeSIMをまた使えます。
no-internet-switches = 4つの設定
no-internet-networks = ネットワークを手動で選ぶ
no-internet-networks-unknown = このプランのネットワーク一覧はありません。スマートフォンに出るものを1つずつ試してください。
# Above a list of networks by country.
no-internet-networks-by-country = このプランは下のネットワークで使えます。自動選択をオフにし、今いる国のネットワークを選んでください。
# Above a list of one to six networks.
no-internet-networks-these =
    { $n ->
        [1] このプランは次のネットワークで使えます。自動選択をオフにして、それを選んでください。
       *[other] このプランは次のネットワークで使えます。自動選択をオフにして、いずれかを選んでください。
    }
no-internet-on-an-iphone = iPhoneでの場所
no-internet-on-an-iphone-how = 設定 → モバイル通信 → eSIM → ネットワーク選択。「自動」をオフにし、一覧が出るのを待って、上のいずれかのネットワークをタップします。
no-internet-on-android = Androidでの場所
no-internet-on-android-how = 設定 → ネットワークとインターネット → SIM → eSIM：「ネットワークを自動的に選択」をオフにし、いずれかの名前をタップします。Samsungの場合：設定 → 接続 → モバイルネットワーク → 通信事業者。
no-internet-restart = その後、スマートフォンを再起動します。ネットワークが見つかるまで1〜2分かかります。
no-internet-still = まだつながりませんか？
# $email is the shop’s; the number follows below the sentence.
no-internet-person = <a>{ $email }</a>までお問い合わせください。今いる場所、スマートフォンの表示、次の番号をお書き添えください：
no-internet-copy-iccid = ICCIDをコピー
no-internet-iccid = 注文{ $order }のeSIM自体の番号（ICCID）です。QRコードやアクティベーションコードは決して送らないでください。

## Top up

topup-title = チャージ
# A button. $data is “5 GB”, $days is “30 days”; the price follows.
topup-add = <b>{ $data }</b>を追加 · { $days }
topup-add-unlimited = <b>データ無制限</b>を追加 · { $days }
topup-you-pay = お支払いはStripeのページで。カード情報が当店に渡ることはありません。チャージできなかったときは、全額を自動的に返金します。
topup-nothing-fits = このeSIMにできるチャージはありません
topup-nothing-fits-lead = 新しいプランは別のeSIMで届きます。スマートフォンには両方を入れておけます。
topup-silent = チャージを今は表示できません
topup-silent-lead = ネットワークから応答がありません。eSIMに問題はなく、請求もありません。1分後にもう一度お試しください。
topup-try-again = もう一度試す
topup-stopped = 販売を一時停止しています
topup-stopped-lead = 現在は購入できません。お使いのeSIMに影響はありません。しばらくしてからもう一度ご覧ください。
topup-look-again = もう一度確認
topup-too-quick = 短時間に操作が繰り返されました。1分ほど待ってから、もう一度お試しください。
topup-no-longer-fits = そのチャージは、このeSIMではもうご利用いただけません。請求は発生していません。現在のチャージは下のとおりです。
topup-price-changed = 料金がたった今変わりました。請求は発生していません。新しい料金は下のとおりです。
topup-cannot-deliver = 現在お届けができないため、販売を停止しています。請求は発生していません。しばらくしてからもう一度お試しください。
topup-no-payment-page = 支払いページを開けませんでした。請求は発生していません。もう一度お試しください。
addon-activated-by-itself = 現在のプランのデータを使い切るか期限が切れると、チャージしたデータが自動で有効になります。
addon-countdown = チャージの有効期限は、そのデータを使い始めたときから数えます。
addon-no-reinstall = eSIMを再インストールしたり、チャージを手動で有効にしたりする必要はありません。

## Give it back

give-back-title = キャンセル・返金
give-back-question = このプランをキャンセルして返金を受けますか？
# $plan is “Japan · 10 GB · 7 days”.
give-back-what = { $plan }、未使用。
give-back-what-and-when = { $plan }、{ $day }購入、未使用。
give-back-you-paid = お支払い額
give-back-fee = 手数料
give-back-to-your-card = カードへの返金額
give-back-comes-back = 返金額
give-back-network-reference = ネットワークの参照番号
give-back-refund-reference = 返金の参照番号
give-back-ends-esim = このプランはすぐに終了し、このeSIMは使えなくなります。
give-back-ends-add-on = このプランはすぐに終了します。このeSIMの他のプランは残ります。
give-back-for-good-esim = 取り消せません。やはり旅行することになったら、新しいeSIMの購入が必要です。
give-back-for-good-add-on = 取り消せません。やはり旅行することになったら、新しいチャージの購入が必要です。
give-back-money = お支払いに使ったカードまたは口座に返金します。通常、5〜10日で明細に反映されます。
# A button. $back is an amount of money.
give-back-button = キャンセルして{ $back }の返金を受ける
give-back-keep = キャンセルしない
give-back-not = キャンセルできません
give-back-when = 返金について
give-back-why-kept = 理由：キャンセルする前に使用が始まっていました。
give-back-kept = キャンセルされませんでした
give-back-asked = キャンセルの手続き中です
give-back-paid = キャンセルと返金が完了しました
give-back-another-way = キャンセル済み。すでに返金しています
give-back-needs-a-person = キャンセル済み。返金を確認しています
give-back-on-its-way = キャンセル済み。返金の手続き中です
give-back-lead-kept = プランは終了しておらず、返金も行われていません。これまでどおりお使いいただけます。
give-back-lead-asked = ネットワーク側でプランをキャンセルしています。その後、自動的に返金します。このページは閉じてかまいません。
give-back-lead-paid = お支払いに使ったカードまたは口座に返金しました。通常、5〜10日で明細に反映されます。
give-back-lead-another-way = この注文はすでに返金していたため、二重には返金していません。注文のページで確認できます。
give-back-lead-needs-a-person = 銀行から返金が差し戻されました。担当者が対応しています。お客さまのお手続きは不要です。
give-back-lead-on-its-way = お手続きは不要です。返金は通常、5〜10日で明細に反映されます。
# Stations on a line, one below the other; some have a short remark below them.
give-back-step-asked = キャンセルを申請
give-back-step-kept = キャンセルせず
give-back-step-ended = ネットワークでキャンセル
# A remark.
give-back-step-about-to-be = まもなく
give-back-step-money-back = 返金済み
# A remark.
give-back-step-another-way = すでに返金
give-back-step-refund-returned = 返金の差し戻し
# A remark.
give-back-step-a-person = 担当者が対応中
give-back-step-money-on-its-way = 返金の手続き中
give-back-not-allowed = 当店では、お届け後のキャンセルを受け付けていません。
give-back-not-delivered = まだ届いていないか、すでにキャンセルされています。
give-back-started = すでに使用が始まっているため、キャンセルできません。
give-back-over = 終了しているため、キャンセルできるものが残っていません。
give-back-too-late = キャンセルできる期間が過ぎました。
give-back-nothing-left = 手数料がお支払い額と同じかそれ以上のため、返金額がありません。
give-back-refunded = すでに返金の手続きに入っています。
give-back-held = お支払いについて確認中です。終わるまでキャンセルはできません。
give-back-another-amount = 返金額が変わりました。まだキャンセルされていません。金額を確認して、もう一度確定してください。
give-back-no-answer = ネットワークから応答がありません。まだキャンセルされていません。1分後にもう一度お試しください。

## Start it now

start-name = 今すぐ開始
start-now = 今すぐ開始しますか？
start-asked = 開始の手続き中です
start-started = 開始しました
start-kept = 開始されませんでした
start-impossible = ここでは開始できません
start-lead-now = この操作は必須ではありません。現地で初めてネットワークにつながると、自動で始まります。
start-lead-asked = ネットワークに開始を依頼しました。このページは閉じてかまいません。
start-lead-started = どこにいても、日数はもう数え始めています。
start-lead-kept = ネットワーク側で開始されませんでした。現地で初めてつながると、自動で始まります。
start-lead-impossible = すでに終了しているかキャンセル済みか、開始をネットワークに任せる設定のショップです。
# $days is 0 where it is not known how many they are.
start-warning =
    { $days ->
        [0] <b>どこにいても、すぐに日数を数え始めます。</b>キャンセルはできなくなります。
       *[other] <b>どこにいても、すぐに{ $days }日間を数え始めます。</b>キャンセルはできなくなります。
    }
# A button. $days is 0 where it is not known how many they are.
start-button =
    { $days ->
        [0] 今すぐ開始する
       *[other] { $days }日間を今すぐ開始する
    }
start-not-yet = まだ開始しない
start-ends = { $end }に終わります。

## Parts of several pages

part-before-installing = <b>このeSIMは一度しかインストールできません。スマートフォンから削除しないでください。</b>出発前に自宅で追加してください。eSIMのショップのページを遮断している国があります。終わるまで安定したWi-Fiにつないでおいてください。
part-sign-in-email = メールアドレス
part-sign-in-button = サインイン用リンクをメールで送る
part-copy = コピー
# For screen readers. $what is “activation code”, “APN”; where that needs another article or case, say “Copy: …”.
part-copy-what = { $what }をコピー
# For screen readers, before a station on the line of what has happened: “done: Paid”.
part-clock-done = 完了：
part-clock-now = 現在：
part-clock-failed = 失敗：
part-clock-later = この後：
part-as-of = 更新：{ $ago }。ネットワークの集計には少し遅れがあります。
part-as-of-stale = ネットワークから応答がありませんでした。最後に確認できた数値です（{ $ago }）。
part-help = ヘルプ
# The first link leads to the guides, the second opens a mail.
part-help-stuck = お困りですか？<a>ガイド</a>をご覧になるか、<a2>{ $email }</a2>までお問い合わせください。
## eSIMのページの見出しと3つのスイッチ

living-waiting = 旅行の準備ができました
living-landed = 到着しましたか？ 設定は3つです
living-low = 残りわずか：あと{ $left }
living-pace-enough = このペースなら：最後まで足ります
living-pace-today = このペースなら：今日使い切ります
living-pace-tomorrow = このペースなら：明日まで
living-pace-weekday = このペースなら：{ $day }まで
living-pace-day = このペースなら：{ $day }まで
living-connects = 1～2分でつながります。
living-connects-to = 1～2分で{ $networks }につながります。
living-connects-to-many = 1～2分で、利用できるネットワークのいずれかにつながります。
living-buy-again = このプランをもう一度購入
living-feedback = いかがでしたか？ <a>ひとことお聞かせください。</a>
living-switch-line = このeSIMをオンにする
living-switch-roaming = eSIMのデータローミング：オン
living-switch-home = ご自身の回線のデータローミング：オフ
part-updated = 更新：{ $ago }
## 端末に保存するファイル

keep-link = この端末に保存
keep-file = ファイルとして保存
keep-once = <b>このeSIMは一度しかインストールできません。スマートフォンから削除しないでください。</b>このファイルはインターネットなしで使えます。このファイルを持つ人は誰でもインストールできます。人に渡さないでください。
