## Home

home-title = 旅行用eSIM
# $shop is the shop's name; $tagline a sentence of its owner.
home-description = { $shop }のプリペイド旅行用eSIM。{ $tagline }
home-headline = 着いたら、もうつながる。支払いは出発前に一度だけ。
home-lead-countries = { $countries }の国と地域で使えるプリペイドデータ。
home-lead-regions = { $countries }の国と地域、{ $regions }の広域エリアで使えるプリペイドデータ。
home-tagline = eSIMはお支払いから数秒で届きます。届かない場合は自動的に返金します。
home-popular = 人気の行き先
home-where = よく選ばれる行き先
home-several = 1つのeSIMで複数の国へ
home-trip = 周遊の計画を立てる
shelf-empty-title = プランを読み込んでいます
shelf-empty-text = 仕入先からプランを読み込んでいます。数分後にもう一度ご覧ください。
how-title = 使い方
how-choose-title = 選んで支払う
how-choose-text = データ量と日数を選びます。お支払いはStripeのページで。表示された金額がそのまま請求されます。
how-install-title = 自宅でインストール
how-install-text = 数秒後、QRコードが画面とメールに届きます。出発前にWi-Fiで読み取ってください。
how-switch-title = 着いたらオンに
how-switch-text = eSIMとデータローミングをオンにします。日数は購入時ではなく、現地で数え始めます。
promise-title = お約束すること
promise-delivered-title = 届かなければ返金
promise-delivered-text = eSIMをご用意できないときは、全額をカードに自動返金します。お申し出は不要です。
promise-once-title = 購入は一度だけ
promise-once-text = 二度押しても、接続が切れても、後で戻ってきても、支払いは1回、eSIMは1つです。
promise-number-title = 番号はいつものまま
promise-number-text = 通話とメッセージはご自身の回線のまま。データだけがeSIMを通ります。
before-title = ご購入の前に
before-phone = 自分のスマートフォンで使えますか？
before-phone-text = 2019年以降の機種の多くは、SIMロックがなければeSIMを使えます。電話アプリで<code>*#06#</code>と入力し、EIDが表示されれば対応しています。<a>対応機種について</a>
before-days = 日数はいつから数えますか？
before-days-text = eSIMが現地で初めてネットワークにつながったときからです。購入から60日以内に使い始めてください。それを過ぎると、自動で始まったり、使えなくなったりすることがあります。
before-back = 返金してもらえますか？
before-back-text = お届けできないときは、全額を自動的に返金します。使わなかったプランについては<a>返金のページ</a>をご覧ください。

## Search

search-label = どこへ行きますか？
search-hint = どこへ、いつ、何人？ 例：東京 10日間
search-button = プランを探す
search-title = 検索
search-title-for = 検索：{ $query }
search-results = 「{ $query }」の検索結果
search-nothing-asked = 国、都市、島、地域の名前を入力してください。
search-unknown-title = その場所は見つかりませんでした
search-unknown-text = 国の名前で試すか、行き先の一覧からお探しください。名前に間違いがなければ、お知らせください：<a>{ $email }</a>
search-guessed = 完全に一致する場所はありませんでした。もしかして：
search-plans-for = プラン：{ $place }
search-all-plans = すべてのプラン：{ $place }
no-plans-now = 現在プランはありません
in-shared-plans = 複数の国で使えるプランに含まれます
# A country told by its capital and the part of the world, so that nobody takes Austria for Australia.
capital-in = { $capital }、{ $region }

## Places and plans

from-price = { $price }から
from = 最安
plans-count = { $n }プラン
countries-count = { $n }の国と地域
mixed-up = この場所でお間違いありませんか？{ $places }とよく間違えられます。
mixed-up-place = { $place }（首都：{ $capital }）
tag-most-chosen = 一番人気
tag-lowest = 1GBあたり最安
tag-longest = 期間が最長
# Above a list of plans. $facts are networks and a speed such as “SoftBank, KDDI au · 5G”; $day is the last day to start a plan that is bought today.
board-shared = { $facts }。日数は現地到着時から数えます。今日購入する場合は{ $day }までに使い始めてください。
board-starts = 日数は現地到着時から数えます。今日購入する場合は{ $day }までに使い始めてください。
board-unit = 1GBあたり
pass-networks = ネットワーク
pass-clock = 開始
plan-clock-when = 現地で初めて接続したとき
pass-start-by = 開始期限
pass-choose = 選ぶ
per-gigabyte = 1 GBあたり{ $price }
per-day = 1日あたり{ $price }
# Beside a figure of days.
unit-days = { $n ->
   *[other] 日間
}
networks-many = { $n }ネットワーク
# $names are the first few networks, $n how many more there are.
networks-more = { $names } ほか{ $n }

## All destinations

destinations-description = { $countries }の国と地域で使える旅行用eSIMと料金。
destinations-count = { $countries }の国と地域。
destinations-jump = 移動先
destinations-several = 複数の国

## One destination

destination-title = eSIM：{ $place }
destination-description = { $n ->
    [1] プリペイドデータプラン、{ $place }：{ $price }。QRコードはお支払いから数秒で届きます。
   *[other] プリペイドデータプラン{ $n }種、{ $place }、{ $price }から。QRコードはお支払いから数秒で届きます。
}
destination-no-plan = 現在、この場所専用のプランはありません。
destination-capital = 首都：{ $capital }。
destination-region-capital = { $region }。首都：{ $capital }。
destination-region = { $region }。
destination-covers = 最大{ $n }の国と地域で使えます。
destination-nothing-title = { $place }だけのプランはありません
destination-nothing-text = 現在、ここで使えるプランはありません。使えないものをお売りするより、そのままお伝えします。
destination-nothing-but = 複数の国で使える次のプランなら、ここでも使えます：
destination-plans = プラン
further-title = 他の国にも行きますか？
further-lead = この国だけのeSIMと複数の国で使えるeSIMの、料金と使える国を比べられます。
further-from = 最安料金
further-countries = 国と地域の数
tick-some = { $all }件中{ $n }件のプラン
destination-where = これらのプランが使える国
destination-where-note = 使える国はプランごとに異なります。どのプランもすべての国で使えるわけではありません。
destination-where-all = このページのプランはすべて、以下のすべての国で使えます。
good-title = 知っておきたいこと
good-days-text = 購入時ではなく、eSIMが現地で初めてネットワークにつながったときからです。購入から60日以内に使い始めてください。
good-more = データが足りなくなったら？
good-more-text = <a>マイeSIM</a>でチャージできます。スマートフォンに入っているeSIMにデータが追加され、インストールし直す必要はありません。
good-number = 自分の番号はそのまま使えますか？
good-number-text = はい。通話とメッセージはご自身の回線のままです。その回線のデータローミングはオフにして、データはeSIMだけで使ってください。
good-phone = 自分のスマートフォンで使えますか？
good-phone-text = 電話アプリで<code>*#06#</code>と入力し、EIDが表示されれば使えます。SIMロックがかかっていないことも必要です。<a>対応機種について</a>

## Sorting and filtering

sort-label = 並べ替え
sort-data = データ
sort-price = 料金
sort-gigabyte = 1 GBあたりの料金
sort-days = 日数
stay-label = 滞在日数
stay-any = 指定なし
stay-short = 7日まで
stay-mid = 8〜15日
stay-long = 16日以上
amount-label = データ
amount-any = 指定なし
amount-large = 10GB以上
amount-unlimited = 無制限
filter-nothing = 条件に合うプランがありません。条件を減らしてください。

## How much is enough

answer-title = どれくらい必要？
answer-use = スマホの使い方
use-light = 軽め
use-everyday = ふだん
use-heavy = 多め
answer-light = 地図とメッセージ：{ $days }で約{ $data }
answer-everyday = ふだんの使い方：{ $days }で約{ $data }
answer-heavy = 動画と通話：{ $days }で約{ $data }
answer-most = その期間にそれだけのデータがあるプランはありません。最も近いのはこのプランです。
answer-none = { $days }使えるプランはここにはありません。

## One plan

plan-description = { $plan }：{ $price }。QRコードはお支払いから数秒で届きます。届かない場合は自動的に返金します。
plan-place = { $place }。首都：{ $capital }。
plan-place-region = { $place }、{ $region }。首都：{ $capital }。
plan-place-in = { $place }、{ $region }。
plan-speed = 速度
plan-speed-up-to = 最大{ $speed }
plan-unit = 単価
plan-hotspot = テザリング
plan-identity = 本人確認
plan-yes = あり
plan-no = なし
plan-calls = 通話とメッセージ
plan-calls-text = データ専用。通話とメッセージはご自身の回線で
plan-topup = チャージ
plan-topup-yes = 可能、再インストール不要
plan-buy = このプランを購入
plan-paused = 販売を一時停止しています。しばらくしてからもう一度ご覧ください。
plan-how-many = eSIMは何枚必要ですか？
plan-quantity = { $n } – { $price }
plan-first-day = 旅行の初日（わかる場合）
plan-first-day-hint = 購入が早すぎる場合はお知らせします。
plan-anyway = それでも今購入する（期限までに開始します）
plan-pay = はい、支払いに進む
plan-unpaid = お支払いが完了していなければ、料金は請求されていません。選択内容は残っています。支払いに進むか、変更してください。
# Right above the pay button, whose “Yes” answers it.
plan-device-ask = <code>*#06#</code>にダイヤルするとEIDが表示され、SIMロックはありませんか？<a>確認方法</a>
plan-device-how = 電話アプリで<code>*#06#</code>と入力し、EIDが表示されれば、eSIMに対応しています。SIMロックがかかっていないことも必要です。<a>確認方法</a>
plan-when = 出発はまだ先ですか？
plan-code = 割引コードをお持ちですか？
plan-code-label = 割引コード
plan-code-was = 通常価格 <s>{ $price }</s>
plan-code-applied = 割引コード { $code } を適用しました。
plan-code-raised = 割引コード { $code } を適用しました。このプランの最低価格です。
plan-marks = <b>表示価格のみ、追加料金はありません。</b>お支払いはStripeのページで：カード、Apple Pay、Google Pay。
plan-sold-by = 販売者：<a>{ $seller }</a>
plan-charged-in = お支払いは{ $currency }です。≈の金額は目安です。
# A list of plans with more and less data; what they cost more or less than this one.
plan-others = ほかの容量
plan-more = + { $price }
plan-less = − { $price }
# $facts are labels such as “Hotspot”.
plan-unstated = ネットワークからの記載なし：{ $facts }。
# $countries is “18 countries”.
plan-further = ほかの国にも行きますか？<a>{ $place }（{ $countries }）：{ $data }・{ $days }、{ $price }</a>
plan-promise = <b>届かなければ返金。</b>eSIMをお届けできない場合は、自動的に返金します。
plan-back-fee = <b>予定が変わったら？</b>使っていないプランは、{ $days }日以内ならマイeSIMでキャンセルでき、手数料{ $fee }を差し引いて返金します。<a>返金について</a>
plan-back-full = <b>予定が変わったら？</b>使っていないプランは、{ $days }日以内ならマイeSIMでキャンセルでき、全額を返金します。<a>返金について</a>
plan-works-in = { $n }の国と地域で使えます
plan-all-networks = すべてのネットワーク
plan-next-title = 購入後の流れ
plan-next-pay = <b>Stripeのページで支払います。</b>カード情報が当店に渡ることはありません。
# $time is a length of time such as “30 minutes”.
plan-next-code = <b>QRコードが表示されます。</b>通常は数秒で、ページとメールに届きます。{ $time }以内にお届けできなければ、全額を自動的に返金します。eSIMが発行されたか確認が必要な場合に限り、それより長くかかることがあります。
plan-next-install = <b>自宅のWi-Fiでインストールします。</b>eSIMは一度しかインストールできません。スマートフォンから削除しないでください。
plan-next-land = <b>着いたらオンにします。</b>データローミングはこの回線だけオンにします。

## What stops a purchase

buy-quantity = 枚数を1〜9から選んでください。
buy-device = 先にスマートフォンを確認してください。電話アプリで *#06# と入力してEIDが表示され、SIMロックがなければ、「はい」を押してください。
buy-early = ご旅行は{ $first }からですが、このプランを今日購入すると{ $last }までに開始する必要があります。{ $from }以降にご購入ください。
buy-day-over = その日付は過ぎています。旅行の初日を選ぶか、空欄のままにしてください。
buy-no-day = 正しい日付ではありません。日付を選ぶか、空欄のままにしてください。
buy-code-unknown = この割引コードは見つかりません。入力内容を確認するか、空欄のままにしてください。
buy-code-over = この割引コードの有効期限は終了しました。コードなしで購入する場合は空欄にしてください。
buy-code-early = この割引コードは { $date } から使えます。
buy-code-plan = この割引コードはこのプランには使えません。
buy-code-small = この割引コードは { $price } 以上のご注文で使えます。
buy-code-lowest = このプランはすでに最低価格です。コードなしで購入する場合は空欄にしてください。
buy-code-spent = この割引コードは使用上限に達しました。コードなしで購入する場合は空欄にしてください。
buy-code-first = この割引コードは初めてのご注文にのみ使えます。コードなしで購入する場合は空欄にしてください。
buy-code-open = この割引コードは、別のページでのお支払いに使われています。そちらで完了するか、空欄にしてください。
buy-code-many = 見つからない割引コードの入力が続いています。1時間後にもう一度お試しになるか、空欄にしてください。
buy-too-quick = 短時間に操作が繰り返されました。1分ほど待ってから、もう一度お試しください。
buy-gone = このプランは販売を終了しました。請求は発生していません。別のプランをお選びください。
buy-dearer = このプランの料金は、たった今変わりました。請求は発生していません。1分後に新しい料金をご覧ください。
buy-repriced = このプランの料金は、たった今{$price}に変わりました。請求は発生していません。
buy-stopped = 現在お届けができないため、販売を停止しています。請求は発生していません。しばらくしてからもう一度お試しください。
buy-flood = ただいま購入が集中しています。請求は発生していません。1分後にもう一度お試しください。
buy-failed = 支払いページを開けませんでした。請求は発生していません。もう一度お試しください。

## The one box: what was asked, answered in place

box-order = ご注文 { $number }
box-order-open = 注文を開く
box-order-whose = 安全のため、注文のページは、購入したブラウザ、メールのリンク、またはログイン後にのみ開けます。<a>ログインしてeSIMを見る</a>。
# $phone is a model as it was typed.
box-phone-any = 2018年以降のiPhoneと、比較的新しいAndroidの多くはeSIMに対応しています
box-phone-yes = はい。{ $phone }はeSIMに対応しています
box-phone-no = いいえ。{ $phone }はeSIMに対応していません
box-phone-some = { $phone }は、モデルと販売国によって異なります
box-trip = ご旅行：{ $places }
box-trip-change = 日数とデータ量を変更
box-everyday = ふだん使い（1日約{ $data }）
box-a-day = 1日{ $data }
box-people = { $n ->
   *[other] { $n }人
}
box-for-all = { $n ->
   *[other] { $n }人で{ $price }
}
box-nearest = すべてを満たすプランはありません。近いものはこちらです：
box-add-place = どちらへ行かれますか？国または都市を加えると、合うプランを表示します。
# Places that are no country. $place is the name that was typed.
note-sea = 海の上では船が独自の衛星ネットワークを使うため、当店のプランは使えません。料金が非常に高くなることがあるため、船内ではデータローミングをオフのままにしてください。港ではその国のプランが使えます。
note-air = 機内には、当店のプランで使えるモバイルネットワークはありません。Wi-Fiを販売している航空会社もあります。プランは、到着後にeSIMが接続したときに始まります。
note-divided = { $place }には独自のモバイルネットワークがあり、当店のプランには含まれていません。{ $country }のプランはそれ以外の地域のネットワークを使うため、つながらない可能性があります。
note-served = { $place }では{ $country }のネットワークが使われているため、{ $country }のプランをお選びください。電波が届きにくい場所や、利用が制限される場合もあり、接続は保証できません。
note-none = { $place }で使えるプランは、当店では把握していません。使えないものを販売するより、正直にお伝えします。
