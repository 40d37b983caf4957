# Names of settings are those that phones of this language show.

## Phone settings, drawn: short words

draw-cellular = モバイル通信
draw-cellular-data = モバイルデータ通信
draw-sims = SIM
draw-primary = 主回線
draw-primary-on = オン · 通話とメッセージ
draw-esim-on = オン · 旅行用データ
draw-add-esim = eSIMを追加
draw-turn-on = この回線をオンにする
draw-label = 回線の名称
draw-roaming = データローミング
draw-on-primary = 主回線では
draw-roaming-off = データローミングはオフ
draw-home = SIM 1 · いつもの回線
draw-home-for = 通話、メッセージ
draw-travel = eSIM · 旅行用
draw-travel-for = モバイルデータ、ローミングオン
draw-add-sim = + SIMを追加
draw-preferred = 優先するSIM
draw-calls-by = 通話：SIM 1
draw-data-by = データ：eSIM

## On every guide

guide-once = <b>このeSIMは一度しかインストールできません。スマートフォンから削除しないでください。</b>削除すると完全に消え、もう一度インストールすることはできません。
guide-home = 出発前に、自宅の安定したWi-Fiでインストールしてください。eSIMのショップのページを遮断している国があります。
guide-phone = SIMロックがなく、eSIMに対応している必要があります。電話アプリで<code>*#06#</code>と入力し、EIDが表示されれば対応しています。
guide-stuck = 解決しませんか？
guide-write = <a>{ $email }</a>に、注文番号とスマートフォンに表示されたメッセージをそのまま書いてお送りください。QRコードやアクティベーションコードは決して送らないでください。それを持つ人は誰でもあなたのeSIMをインストールできます。
guide-install = eSIMをインストール
guide-start = eSIMを開始
guide-at-destination = 現地に着いたら：
abroad-title = もう海外にいる場合：空港のWi-Fiを使う
abroad-lead = eSIMは一度だけダウンロードします。それには接続が必要で、Wi-Fiで2分ほどです。ご自身の回線のデータローミングはオフのままにしてください。
abroad-join = 空港やホテル、カフェのWi-Fiに接続します。ログインが必要なのに画面が出ないときは、ブラウザーで何かサイトを開いてください。
abroad-install = このページからeSIMをインストールし、追加されたと表示されるまでそのWi-Fiにつないだままにします。
abroad-install-guide = 端末で注文のページを、メールまたは<a>マイeSIM</a>から開いてeSIMをインストールします。追加されたと表示されるまで、そのWi-Fiにつないだままにしてください。
abroad-blocked = うまくいかないときは、VPNをオフにし、別のネットワークや同行者のテザリングを試してください。ダウンロードを遮断しているネットワークもあります。
abroad-roaming = Wi-Fiがまったくないときは、ご自身の回線のデータローミングでもダウンロードできます（料金は通信事業者の定めによります）。インストールが済んだらすぐオフに戻してください。
abroad-start = そのあとeSIMを開始します。eSIMとそのデータローミングをオンにし、モバイルデータ通信に使います。以後、Wi-Fiは要りません。

## Help

help-title = ヘルプ
help-description = eSIMのインストールと開始の方法、うまくいかないときの対処。
help-lead = することは2つ。自宅でインストールし、着いたら開始します。
help-iphone = iPhoneにインストール
help-iphone-about = iOS、手順ごとに
help-trouble = うまくいかないとき
help-trouble-about = 表示されるメッセージと対処
help-devices-about = 10秒でできる確認
help-data-about = 軽め・ふだん・多めの目安と出典
help-mine-about = 残量、チャージ、QRコードの再表示
help-refunds-about = 返金される場合
help-asked = よくある質問
help-paid = 支払いました。eSIMはどこですか？
help-paid-text = 支払い後に戻ったページと、メールにあります。準備ができしだい、どちらにもQRコードが表示されます。ページを閉じた場合は、支払いに使ったメールアドレスで<a>マイeSIM</a>にサインインしてください。お届けできないときは、自動的に返金します。
help-same-phone = 読み取るスマートフォンにQRコードが表示されています
help-same-phone-text = そのスマートフォンで注文のページを開くと、直接インストールできます。できない場合は、SM-DP+アドレスとアクティベーションコードを入力してください。どちらもQRコードの下にあり、コピーボタンが付いています。
help-days-text = eSIMが現地で初めてネットワークにつながったときからです。購入から60日以内に使い始めてください。それを過ぎると、自動で始まったり、使えなくなったりすることがあります。
help-not-travelled = 結局、旅行しませんでした
help-not-travelled-text = 一度も使っていないプランは、ご自身でキャンセルできます。<a>マイeSIM</a>でeSIMを開き、「キャンセルして返金を受ける」を押してください。金額は確定する前に表示されます。<a2>返金について</a2>
help-charged = 契約中の通信事業者から請求されますか？
help-charged-text = ご自身の回線のデータローミングと「モバイルデータ通信の切替を許可」がどちらもオフなら、請求されません。ご自身の回線で受けた通話や送ったSMSには、通信事業者の料金がかかります。
help-more = データを追加したい
help-more-text = <a>マイeSIM</a>にサインインしてeSIMを開き、「チャージ」を押してください。同じeSIMにデータが追加され、インストールし直す必要はありません。チャージできない場合、新しいプランは別のeSIMで届きます。スマートフォンには両方を入れておけます。
help-address = メールアドレスを間違えました
help-address-text = QRコードは、購入に使ったブラウザーの注文ページに残っています。アドレスの変更は、注文番号を添えて<a>{ $email }</a>にご連絡ください。

## Install on iPhone

iphone-description = 旅行用eSIMをiPhoneにインストールして開始する手順。
iphone-lead = iPhoneのSafariで注文のページを開き、<b>このiPhoneにインストール</b>を押します（iOS 17.4以降）。または：
iphone-add = <b>設定 → モバイル通信 → eSIMを追加</b>（英語表示では国により Cellular、Mobile Data、Mobile Service）。
iphone-qr = <b>QRコードを使用</b>を選び、別の画面に表示したコードを読み取ります。同じiPhoneの場合は、QRコードを長押しするか、<b>詳細情報を手動で入力</b>を選んでSM-DP+アドレスとアクティベーションコードをコピーします。
iphone-where = iOS 26以降では、このeSIMを国内で使うか海外で使うかを聞かれることがあります。海外を選んでください。
iphone-rename = <b>回線の名称を変えます。</b>「eSIM」などにすると、ご自身の回線と見分けられます。
iphone-primary = 通話とメッセージの<b>デフォルトの回線は「主回線」のままにします</b>。
iphone-switching = <b>「モバイルデータ通信の切替を許可」をオフにします。</b>ご自身の回線で海外のデータ通信が行われません。
iphone-drawn-lines = 「設定」の「モバイル通信」の図：主回線の下にeSIMの回線があり、どちらもオン
iphone-on = <b>eSIMをオンにします。</b>設定 → モバイル通信 → eSIM → この回線をオンにする。
iphone-roaming = この回線の<b>データローミングをオンにします</b>。ご自身の回線ではオフのままにします。
iphone-data = <b>eSIMをモバイルデータ通信の回線にします。</b>設定 → モバイル通信 → モバイルデータ通信 → eSIM。
iphone-apn = <b>プランに必要な場合はAPNを設定します。</b>例：<code>data.esim</code>。設定 → モバイル通信 → eSIM → モバイルデータ通信ネットワーク。必要かどうかは注文のページにあります。
iphone-drawn-roaming = eSIMの回線設定の図：「この回線をオンにする」と「データローミング」がオン。主回線のローミングはオフのまま

## Install on Android

android-lead = スマートフォンで注文のページを開き、<b>ワンタップを試す</b>を押します。多くのPixelとSamsungで、Chromeから使えます。使えない場合：
android-pixel-add = <b>設定 → ネットワークとインターネット → SIM → SIMを追加</b>（または +）。
android-pixel-set = <b>eSIMを設定</b>を選び、別の画面に表示したQRコードを読み取ります。同じスマートフォンの場合は<b>ヘルプが必要ですか？ → 手動で入力</b>を選び、コードを貼り付けます。
android-samsung-add = <b>設定 → 接続 → SIMマネージャー → eSIMを追加。</b>
android-samsung-scan = <b>QRコードをスキャン</b>、または同じスマートフォンなら<b>アクティベーションコードを入力</b>。
android-others = その他のメーカー
android-others-text = 設定で「SIM」「モバイルネットワーク」「eSIM」を探すか、設定内を「eSIM」で検索してください。
android-drawn = SIM設定の図：いつものSIMは通話用、eSIMはモバイルデータ用でローミングがオン
android-on = SIMの設定で<b>eSIMをオンにします</b>。
android-roaming = eSIMの<b>データローミングをオンにします</b>。いつものSIMではオフのままにします。
android-data = <b>モバイルデータに使うSIMをeSIMにします。</b>
android-apn = <b>プランに必要な場合はAPNを設定します。</b>例：<code>data.esim</code>。eSIM → アクセスポイント名 → +。必要かどうかは注文のページにあります。

## When something does not work
# What phones say is quoted in this language, and in English too where travellers search for it.

trouble-title = うまくいかないとき
trouble-description = eSIMが使えないときに表示されるメッセージと、その意味、対処。
trouble-lead = スマートフォンに表示されたメッセージを探してください。
trouble-mine = 当店で購入しましたか？<a>マイeSIM</a>でeSIMを開き、「つながらないとき」を押してください。そのeSIMを確認し、次にすることをお知らせします。
trouble-installing = インストール中
trouble-locked = 「この通信事業者のモバイル通信プランは追加できません」（Cellular plans from this carrier cannot be added）
trouble-locked-text = 販売した通信事業者のSIMロックがかかっています。その事業者に解除を依頼し、もう一度読み取ってください。コードはまだ使われていません。
trouble-change = 「モバイル通信プランの変更を完了できませんでした」（Cellular change could not be completed · Unable to complete cellular plan change）
trouble-change-text = このスマートフォンか別の機種でコードがすでに使われたか、接続が途中で切れました。まず設定 → モバイル通信で、eSIMが入っていないか確認してください。なければ再起動し、別のWi-Fiにつないで、もう一度だけ読み取ってください。
trouble-activate = 「eSIMをアクティベートできません」（Unable to activate eSIM）·「eSIMを追加できません」（eSIM cannot be added）·「アクティベーションに失敗しました」（Activation failed）
trouble-activate-text = 多くは通信の問題です。eSIMは発行元のサーバーから取得されます。VPNをオフにし、安定したWi-Fiにつなぎ、再起動してからもう一度試してください。保存できるeSIMの数には限りがあります。いっぱいの場合は、不要な古いものを削除してください。このeSIMは決して削除しないでください。
trouble-invalid = 「このコードは無効です」（This code is no longer valid）·「無効なQRコード」（Invalid QR code）
trouble-invalid-text = コードがすでに使われたか、全体を読み取れていません。もっと大きな画面から読み取るか、SM-DP+アドレスとアクティベーションコードを手動で入力してください。大文字と小文字は区別されます。コピーボタンを使ってください。
trouble-no-menu = 設定に「eSIMを追加」がありません
trouble-no-menu-text = eSIMに対応していない可能性があります。電話アプリで<code>*#06#</code>と入力し、EIDが表示されなければ非対応です。中国本土で販売されたiPhoneのほとんどは非対応です。
trouble-there = 現地で
trouble-no-internet = 接続されているのにインターネットが使えない
trouble-is-on = eSIMはオンですか？
trouble-is-roaming = eSIMの<b>データローミング</b>はオンですか？現地のネットワークをローミングで使うため、オンにする必要があります。
trouble-is-data = モバイルデータの回線になっていますか？
trouble-is-apn = 注文のページのとおりにAPNを設定してください。例：<code>data.esim</code>。
trouble-airplane = 機内モードを10秒間オンにしてから、オフにしてください。
trouble-no-service = 「圏外」（No Service）·「SOS」（SOS only）·「緊急通報のみ」（Emergency calls only）
trouble-no-service-text = ネットワークを手動で選びます。設定 → モバイル通信 → eSIM → ネットワーク選択で「自動」をオフにし、<a>マイeSIM</a>の「つながらないとき」に出ているネットワークを選んでください。Androidの場合：SIMの設定 → ネットワークを自動的に選択。
trouble-slow = 遅い
trouble-slow-text = 上の手順で、プランの別のネットワークを手動で試してください。4Gまたは5Gに設定されているかも確認してください。
trouble-used-up = データを使い切りました
trouble-used-up-text = <a>マイeSIM</a>でeSIMを開き、「チャージ」を押してください。同じeSIMに追加されます。
trouble-removed = eSIMを削除してしまいました
trouble-removed-text = 削除したeSIMは、もう一度インストールできません。プランを一度も使っていなければ、<a>マイeSIM</a>でキャンセルして返金を受けられる場合があります。
trouble-removed-again = 続けて使うには、<a>新しいプランを選んで</a>ください。新しいeSIMとコードでお届けします。
trouble-order = 注文について
trouble-no-code = 支払ったのにQRコードが表示されません
trouble-no-code-text = 注文のページに、これまでの経過、次に起こること、自動的に返金される時刻が出ています。「もう一度確認」を押すか、<a>マイeSIM</a>にサインインしてください。
trouble-no-mail = メールが届きません
trouble-no-mail-text = 迷惑メールのフォルダーを確認してください。メールの内容は、すべて注文のページにもあります。

## Will it work on my phone?

devices-title = 自分のスマートフォンで使えますか？
devices-description = お使いのスマートフォンでeSIMを使えるか、10秒で確認できます。
devices-lead = 10秒でできる確認です。
devices-model = お使いの機種
devices-check = 確認する
devices-drawn = *#06#と入力した電話の図：EIDが表示されている
devices-back = { $plan }に戻る
devices-dial = 電話をかけるときのように<b><code>*#06#</code>を入力します</b>。
devices-eid = <b>EIDが表示されますか？</b>表示されればeSIMに対応しています。なければ非対応です。
devices-unlocked = <b>SIMロックはありませんか？</b>iPhone：設定 → 一般 → 情報 → SIMロックが「SIMロックなし」。Android：別の通信事業者のSIMを試すか、購入した店に確認してください。
devices-which = eSIMに対応する機種
devices-maker = メーカー
devices-from = 対応機種
devices-not = 対象外
devices-google = Pixel 4以降、Pixel 3aと3の多く
devices-others = その他
devices-others-not = 販売国により異なります。<code>*#06#</code>で確認してください
devices-decides = この一覧は目安です。EIDの表示で判断してください。
devices-tablets = タブレットとノートパソコン
devices-tablets-text = 多くのiPadと一部のWindowsノートパソコンはeSIMに対応しています。データ用のプランなので、これらでも使えます。設定でEIDを探してください。

## How much data

data-title = データはどれくらい必要？
data-description = スマホの使い方ごとに、旅に必要なモバイルデータ量の目安と、その数字の出典。
data-lead = データを最も使うのは動画です。プランのページと旅の計画では、この数字で計算しています。
data-a-day = 1日のデータ量
data-light = 地図、メッセージ、メール、写真を数枚
data-everyday = 上に加えて、SNS、音楽、Wi-Fiのない所での少しの動画
data-heavy = 毎日何時間もの動画やビデオ通話
data-rule = プランの選び方
data-rule-text = この数字に日数を掛け、その期間使えて、それだけのデータを最大速度で使える最も安いプランを選びます。ない場合はそのことをお伝えし、最も多く使えるプランを示します。
data-sources = 数字の出典
data-source-average = 2023年、スマートフォン1台のモバイルデータは平均で月17GB、1日あたり0.6GBでした：<a>Ericsson Mobility Report（2025年6月）</a>。旅先ではWi-Fiが少ないため、「ふだん」は1GBで計算します。
data-source-video = 動画1時間で、低画質は最大0.3GB、中画質は0.7GB、高画質は3GB：<a>Netflixヘルプセンター</a>。中画質で4時間が「多め」の3GBです。
data-source-measured = 地図5分で12MB、写真の投稿1枚で17MB、音楽1時間で157MB、ビデオ通話1時間で300MB：<a>Sailyの測定（2025年）</a>。地図1時間、メッセージ、写真数枚が「軽め」の0.3GBです。
data-less = 長持ちさせるには
data-less-text = 出発前にWi-Fiで地図と音楽をダウンロードし、動画は中画質にして、省データモード（iPhone）またはデータセーバー（Android）をオンにしてください。
