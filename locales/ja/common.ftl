## Figures

# $amount is written as the language writes numbers; $symbol is $, €, £ … as CLDR has it in your language: US$ where $ is another money.
money-symbol = { $symbol }{ $amount }
# $code is an ISO 4217 code, for currencies without a symbol of their own.
money-code = { $code } { $amount }
unit-gb = GB
unit-mb = MB
data-amount = { $figure } { $unit }
# Alone in large letters on a plan's card.
data-unlimited = 無制限
data-unlimited-long = データ無制限
fair-use = 公正利用
fair-use-full = 1日{ $data }まで最大速度、その後は{ $speed }
fair-use-data = 1日{ $data }まで最大速度、その後は低速
fair-use-speed = 多く使うと{ $speed }に下がります（どこから下がるかはネットワークからの記載なし）
fair-use-unknown = 公正利用の上限はネットワークからの記載なし
days = { $days }日間

## The frame of every page

skip-to-content = 本文へ進む
demo-label = デモ
demo-banner = これはデモです。実際のお金は動かず、eSIMも架空のものです。
test-label = テストモード
test-banner = このショップはテストモードです。実際のお金は動かず、eSIMはテスト担当者だけに届きます。
notice-label = お知らせ
sales-paused-banner = 販売を一時停止しています。お支払い済みのご注文に影響はありません。しばらくしてからもう一度ご覧ください。
nav-main = メイン
nav-destinations = 行き先
nav-help = ヘルプ
nav-my-esims = マイeSIM
errors-title = 入力内容をご確認ください
need-a-person = ご質問はメールで：
foot-devices = 対応機種の確認
foot-refunds = 返金
foot-privacy = プライバシー
foot-terms = 利用規約
languages = 言語
# Said in this language to somebody who reads the page in another one, as a link.
offer-this-language = このページを日本語で見る
copied = コピーしました
close = 閉じる
copy-by-hand = 手動で選択してコピーしてください
you-are-here = 現在のページ

## What is not there

not-found-title = ページが見つかりません
not-found-lead = URLが間違っているか、プランの販売が終了しています。ご注文とeSIMに影響はありません。
all-destinations = すべての行き先

## Lengths of time

minutes = { $n }分
hours = { $n }時間
# 1 hour 30 minutes
hours-minutes = { $hours }{ $minutes }
ago-now = たった今
ago-minutes = { $n }分前
ago-hours = { $n }時間前
ago-days = { $n }日前
