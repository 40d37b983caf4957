# Names of settings are those that phones of this language show.

## The guides for each phone

help-samsung = Samsung Galaxyにインストール
help-samsung-about = One UIの手順
samsung-description = 旅行用eSIMをSamsung Galaxyにインストールして開始する手順を、One UIの項目名で説明します。
help-pixel = Google Pixelにインストール
help-pixel-about = Google純正のAndroid
pixel-description = 旅行用eSIMをGoogle Pixelにインストールして開始する手順を、設定の項目名で説明します。
help-android = その他のAndroidにインストール
help-android-about = Xiaomi、Motorola、Oppo、Honorなど
android-description = 旅行用eSIMをXiaomi、Motorola、Oppo、OnePlus、Honor、SonyなどのAndroidにインストールして開始する手順です。
guide-shield = <b>いつもの回線のデータローミングはオフのままにします。</b>ローミングするのはeSIMだけなので、ご契約の通信事業者からデータ料金は請求されません。
guide-another = 別のスマートフォンをお使いですか？

## Phone settings, drawn: as One UI and Pixel call them

draw-sim-manager = SIMマネージャー
draw-calls = 通話
draw-messages = メッセージ
draw-mobile-data = モバイルデータ
draw-mobile-networks = モバイルネットワーク
draw-s-roaming = データローミング
draw-apns = APN
draw-use-sim = SIMを使用
draw-p-roaming = ローミング

## Install on Samsung Galaxy

samsung-primary = <b>通話とメッセージはご自身のSIMのままにします：</b>設定 → 接続 → SIMマネージャー → 通話、メッセージ。
samsung-drawn-sims = SIMマネージャーの図：両方の回線がオン。通話とメッセージはいつものSIM、モバイルデータはeSIM
samsung-on = <b>eSIMをオンにします：</b>設定 → 接続 → SIMマネージャーで、eSIMの横のスイッチ。
samsung-roaming = <b>データローミングをオンにします。</b>eSIMだけです：設定 → 接続 → モバイルネットワーク → データローミング。
samsung-data = <b>モバイルデータに使うSIMにします：</b>SIMマネージャー → モバイルデータ → eSIM。
samsung-apn = <b>プランに必要な場合はAPNを設定します。</b>例：<code>data.esim</code>。モバイルネットワーク → APN → 追加。必要かどうかは注文のページにあります。
samsung-drawn-roaming = モバイルネットワークの図：データローミングはeSIMではオン、いつものSIMではオフ

## Install on Google Pixel

pixel-primary = <b>通話とSMSはご自身のSIMのままにします：</b>どのSIMを使うか聞かれたら、ご自身のSIMを選びます。
pixel-drawn-sims = SIMの画面の図：いつものSIMは通話とメッセージ、eSIMはモバイルデータ
pixel-on = <b>eSIMをオンにします：</b>設定 → ネットワークとインターネット → SIM → eSIM → SIMを使用。
pixel-roaming = 同じ画面で<b>ローミングをオンにします</b>。いつものSIMの画面ではオフのままにします。
pixel-data = そこで<b>モバイルデータもオンにします</b>。eSIMで通信するためです。
pixel-apn = <b>プランに必要な場合はAPNを設定します。</b>例：<code>data.esim</code>。eSIM → アクセスポイント名 → +。必要かどうかは注文のページにあります。
pixel-drawn-roaming = PixelのeSIMの画面の図：SIMを使用、モバイルデータ、ローミングがオン

## Install on another Android phone

android-switching = <b>データの自動切り替えをオフにします。</b>いつもの回線に切り替わらないようにするためです（iPhoneでは「モバイルデータ通信の切替を許可」）。
android-like-pixel = Motorola、Sony、Nothing、Fairphone：<a>Pixel</a>とほぼ同じです。
android-xiaomi = Xiaomi：<b>設定 → SIMカードとモバイルネットワーク → eSIMの管理。</b>
android-oppo = Oppo、OnePlus：<b>設定 → モバイルネットワーク → SIMとeSIM → eSIMを追加。</b>
android-honor = Honor：<b>設定 → モバイルネットワーク → SIM管理 → eSIMを追加。</b>

## What phones say

trouble-not-supported = 「SIMがサポートされていません」（“SIM Not Supported”）・「SIMが無効です」（“SIM Not Valid”）・“Network-locked SIM card inserted”
trouble-not-supported-text = 販売した通信事業者のSIMロックがかかっています。その事業者に解除を依頼してください。解除後にインストールし直す必要はありません。
trouble-full = 「これ以上eSIMを追加できません」、または空きがない
trouble-full-text = スマートフォンに保存できるeSIMは多くの場合5〜10件で、同時に使えるのは2件です。以前の旅行の古いeSIMを削除してください。まだ必要なものは削除しないでください。
trouble-registered = 「ネットワークに登録されていません」（“Not registered on network”）・「モバイルネットワークが利用できません」（“Mobile network not available”）
trouble-registered-text = eSIMのデータローミングをオンにしてから、もう一度検索させます：<b>通信事業者 → 自動的に選択</b>、そして機内モードをオンにしてからオフ。到着後、最大10分ほどかかることがあります。
trouble-subscribed = 「モバイルデータ通信ネットワークをアクティベートできませんでした」（“Could not activate cellular data network”）
trouble-subscribed-text = APNがないか、別の回線がデータに使われています。データに使う回線をeSIMにして、注文のページにあるとおりAPNを設定してください。例：<code>data.esim</code>。

## Which phones take an eSIM, and which of these do not

devices-apple = iPhone XS、XS Max、XR（2018年）以降のすべて、SE（第2世代以降）。米国で購入したiPhone 14以降はeSIM専用
devices-apple-not = 中国本土で購入したもの、香港とマカオで購入した物理SIM2枚の一部機種
devices-samsung = Galaxy S20、Note20以降、Z Flip、Z Fold、A35、A54、A55、A56、XCover7
devices-samsung-not = S20 FE、米国または香港で販売されたS20、Note20、初期の折りたたみ機種、中国本土向け、2022年より前の韓国向け
devices-google-not = オーストラリア、日本、台湾で販売されたPixel 3、一部の通信事業者のPixel 3、3a
devices-xiaomi = 12T Pro、13、14、15シリーズとそのTモデル
devices-xiaomi-not = 中国本土向け、RedmiとPocoの多く
devices-motorola = Razr 2019以降、Edge 40、Edge 50以降、一部のMoto G
devices-motorola-not = その他のMoto GとEの多く
devices-oppo = Oppo Find X3 Pro、X5、X8、Find N、OnePlus 11、12、13、Open
devices-oppo-not = 中国本土向け
devices-honor = Magic4 Pro以降のMagic Pro、90、200、400
devices-honor-not = 中国本土向け
devices-sony = Xperia 1 IV、5 IV、10 III Lite、10 IV以降
devices-sony-not = 香港、台湾、中国本土向け
devices-huawei = P40、P40 Pro、Mate 40 Pro
devices-huawei-not = P40 Pro+、中国本土向け
devices-small = Fairphone 4以降、Nothing Phone (3)
devices-small-not = Nothing Phone (1)、(2)
devices-others-from = 比較的新しい多くの機種
