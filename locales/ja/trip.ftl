## Plan a trip

trip-title = 旅の計画
trip-description = 複数の国をめぐる旅に。1つのeSIMでまとめるのと、国ごとに買うのと、どちらが安いか調べられます。
trip-lead = 行き先と日程を書いてください。旅全体で1つのeSIMと、国ごとのeSIMを比べます。
trip-where = いつ、どこへ行きますか？
trip-example = 東京、バリ、ロンドン、5月3日〜19日
trip-where-hint = 訪れる順に、読点で区切って書いてください。日数や日付が決まっていれば添えてください。
trip-first = 最初の日
trip-last = 最後の日
trip-need = データはどのくらい使いますか？
trip-need-maps = 地図とメッセージ、1日約0.3 GB
trip-need-daily = ふだん使い、1日約1 GB
trip-need-video = 動画と通話、1日約3 GB
trip-need-unlimited = 無制限
trip-compare = 比べる
trip-examples = 例
trip-example-asia = バンコク4日間、ハノイ5日間、シンガポール3日間
trip-example-europe = パリ、ローマ、アテネ、2週間
trip-example-america = ニューヨーク5日間、トロント3日間、メキシコ7日間

## What was understood

trip-stops = 訪れる場所
# $n is the number of the stop, $place its country.
trip-days-in = 日数：{ $place }
trip-again = もう一度比べる
trip-change = 旅程を変更
trip-whole = 全{ $days }日間
trip-whole-dated = { $days ->
    [1] 全{ $days }日間：{ $first }
   *[other] 全{ $days }日間：{ $first }〜{ $last }
}
trip-taken-for = 「{ $text }」を{ $place }と読み取りました。別の場所なら、国名を書いてください。
trip-unknown = 読み取れなかった部分：{ $parts }。
trip-assumed = 日数の記載がないため、1か所につき1週間としました。自由に変更できます。
trip-nothing = 場所を読み取れませんでした。国や都市を読点で区切って書いてください。
trip-too-long = 比べられるのは{ $stops }か所、{ $days }日までです。旅程を分けてください。
trip-early = プランは購入から60日以内に使い始める必要があります。この旅には、{ $day }以降に購入してください。
trip-one-order = 1回のご注文で購入できる同じプランのeSIMは{ $n }件までです。残りは別にご注文ください。

## Options

trip-options = 選べる方法
trip-one = 全体で1枚のeSIM
trip-local = 国ごとに1枚
trip-mix = 最も安い組み合わせ
trip-cheapest = 最安
trip-esims = eSIM { $n }枚
trip-for = 対象：{ $places }
trip-uncovered = 合うプランがありません：{ $places }。
trip-no-single = 1つで旅行全体に足りるプランはありません。
trip-near = この旅には足りません
trip-too-short = 期間は{ $days }日間、旅は{ $needed }
trip-too-small = データは{ $data }、ご旅行には約{ $needed }必要です
trip-slows-down = 途中から低速になります（どこから下がるかはネットワークからの記載なし）。ご旅行には約{ $needed }必要です
trip-not-exact = { $stops }か所を超える場合は、すべてではなく、有力な組み合わせを比べています。

## One eSIM now with a top-up later: advice, no part of the order

trip-later = 今はeSIMを1つ、あとでチャージ
# What the top-up is and costs stands behind it.
trip-later-then = 旅行{ $day }日目にチャージを追加します（本日の提供内容）：
trip-later-note = チャージはこの注文には含まれません。必要になったときにeSIMのページで追加してください。それまでに価格が変わることがあります。

## Several plans in one payment

choice-title = 選択内容
choice-from = { $day }から
choice-remove = 削除
choice-update = 合計を更新
choice-pay = eSIM { $n }枚をまとめてお支払い
choice-price = このプランの料金は現在{ $price }です。請求は発生していません。
choice-unnamed = プラン
choice-plans = 1回のご注文で購入できるプランは{ $n }種類までです。一部を削除してください。別にご注文いただけます。
choice-lines = 1回のご注文で購入できるeSIMは{ $n }枚までです。枚数を減らしてください。残りは別にご注文いただけます。
choice-code-raised = 割引コード { $code } を適用しました。これらのプランの最低価格です。
choice-code-plan = この割引コードはこれらのプランには使えません。
choice-code-lowest = これらのプランはすでに最低価格です。コードなしで購入する場合は空欄にしてください。
# $n of a plan, $all of all plans together.
trip-too-many = 1回のご注文で購入できるeSIMは、同じプランは{ $n }枚、全部で{ $all }枚までです。各プランを開いてご注文ください。
