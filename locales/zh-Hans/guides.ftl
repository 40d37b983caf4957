# Names of settings are those that phones of this language show.

## The guides for each phone

help-samsung = 在三星 Galaxy 上安装
help-samsung-about = One UI，分步说明
samsung-description = 在三星 Galaxy 上安装并开始使用旅行 eSIM 的步骤，采用 One UI 的名称。
help-pixel = 在 Google Pixel 上安装
help-pixel-about = 原生安卓
pixel-description = 在 Google Pixel 上安装和开始使用旅行 eSIM，分步说明，使用 Pixel 的设置名称。
help-android = 在其他安卓手机上安装
help-android-about = 小米、摩托罗拉、OPPO、荣耀等
android-description = 在小米、摩托罗拉、OPPO、一加、荣耀、索尼和其他安卓手机上安装和开始使用旅行 eSIM。
guide-shield = <b>原号码的数据漫游保持关闭。</b>只有 eSIM 使用漫游：这样你的运营商就没有流量可以计费。
guide-another = 用的是别的手机？

## Phone settings, drawn: as One UI and Pixel call them

draw-sim-manager = SIM 卡管理器
draw-calls = 通话
draw-messages = 信息
draw-mobile-data = 移动数据
draw-mobile-networks = 移动网络
draw-s-roaming = 数据漫游
draw-apns = 接入点名称
draw-use-sim = 使用 SIM 卡
draw-p-roaming = 漫游

## Install on Samsung Galaxy

samsung-primary = <b>通话和短信仍用你自己的 SIM 卡：</b>设置 → 连接 → SIM 卡管理器 → 通话、信息。
samsung-drawn-sims = SIM 卡管理器的示意图：两个号码都已打开；通话和短信仍用原 SIM 卡，移动数据使用 eSIM
samsung-on = <b>打开 eSIM：</b>设置 → 连接 → SIM 卡管理器，打开旁边的开关。
samsung-roaming = 只为 eSIM <b>打开数据漫游</b>：设置 → 连接 → 移动网络 → 数据漫游。
samsung-data = <b>将它设为移动数据：</b>SIM 卡管理器 → 移动数据 → eSIM。
samsung-apn = <b>如果套餐需要，请设置 APN，</b>例如 <code>data.esim</code>：移动网络 → 接入点名称 → 添加。订单页面会写明是否需要。
samsung-drawn-roaming = 移动网络的示意图：eSIM 的数据漫游已打开，原 SIM 卡的已关闭

## Install on Google Pixel

pixel-primary = <b>通话和短信仍用你自己的 SIM 卡：</b>手机询问使用哪张卡时，选择你自己的。
pixel-drawn-sims = SIM 卡页面的示意图：原 SIM 卡用于通话和短信，eSIM 用于移动数据
pixel-on = <b>打开 eSIM：</b>设置 → 网络和互联网 → SIM 卡 → eSIM → 使用 SIM 卡。
pixel-roaming = 在同一页面<b>打开漫游</b>。在原 SIM 卡的页面保持关闭。
pixel-data = 在那里也<b>打开移动数据</b>，让流量走 eSIM。
pixel-apn = <b>如果套餐需要，请设置 APN，</b>例如 <code>data.esim</code>：eSIM → 接入点名称 → +。订单页面会写明是否需要。
pixel-drawn-roaming = Pixel 上 eSIM 页面的示意图：使用 SIM 卡、移动数据和漫游均已打开

## Install on another Android phone

android-switching = <b>关闭自动切换数据，</b>以免手机切回原号码（在 iPhone 上叫“允许切换蜂窝数据”）。
android-like-pixel = 摩托罗拉、索尼、Nothing、Fairphone：与 <a>Pixel</a> 几乎相同。
android-xiaomi = 小米：<b>设置 → SIM 卡与移动网络 → 管理 eSIM。</b>
android-oppo = OPPO、一加：<b>设置 → 移动网络 → SIM 卡与 eSIM → 添加 eSIM。</b>
android-honor = 荣耀：<b>设置 → 移动网络 → SIM 卡管理 → 添加 eSIM。</b>

## What phones say

trouble-not-supported = “不支持此 SIM 卡”（“SIM Not Supported”）· “无效的 SIM 卡”（“SIM Not Valid”）· “Network-locked SIM card inserted”
trouble-not-supported-text = 手机被销售它的运营商锁定。请该运营商解锁；解锁后不需要重新安装。
trouble-full = “无法添加更多 eSIM”，或手机已存满
trouble-full-text = 手机可以保存多张 eSIM，一般是五到十张，同时使用两张。移除以前旅行留下的旧 eSIM，不要移除还需要的。
trouble-registered = “未在网络上注册”（“Not registered on network”）· “移动网络不可用”（“Mobile network not available”）
trouble-registered-text = 为 eSIM 打开数据漫游，再让手机重新搜索：<b>网络运营商 → 自动选择，</b>然后打开再关闭飞行模式。落地后最多需要十分钟是正常的。
trouble-subscribed = “无法激活蜂窝数据网络”（“Could not activate cellular data network”）
trouble-subscribed-text = 缺少 APN，或者流量走的是另一个号码。把 eSIM 设为移动数据，并按订单页面的说明设置 APN，例如 <code>data.esim</code>。

## Which phones take an eSIM, and which of these do not

devices-apple = iPhone XS、XS Max、XR（2018 年）及以后所有机型；SE 第二代起；在美国购买的 iPhone 14 及以后机型只能用 eSIM
devices-apple-not = 在中国大陆购买的；在香港和澳门购买的部分双实体卡机型
devices-samsung = Galaxy S20、Note20 及以后机型；Z Flip 和 Z Fold；A35、A54、A55、A56；XCover7
devices-samsung-not = S20 FE；在美国或香港销售的 S20、Note20 和早期折叠屏；中国大陆版；2022 年以前的韩国版
devices-google-not = 在澳大利亚、日本或台湾销售的 Pixel 3；部分运营商销售的 Pixel 3 和 3a
devices-xiaomi = 12T Pro，13、14、15 系列及其 T 机型
devices-xiaomi-not = 中国大陆版；大多数 Redmi 和 Poco
devices-motorola = Razr 2019 及以后机型；Edge 40、Edge 50 及以后机型；部分 Moto G
devices-motorola-not = 大多数其他 Moto G 和 E
devices-oppo = OPPO Find X3 Pro、X5、X8、Find N；一加 11、12、13、Open
devices-oppo-not = 中国大陆版
devices-honor = Magic4 Pro 及以后的 Magic Pro；90、200、400
devices-honor-not = 中国大陆版
devices-sony = Xperia 1 IV、5 IV、10 III Lite、10 IV 及以后机型
devices-sony-not = 香港版、台湾版和中国大陆版
devices-huawei = P40、P40 Pro、Mate 40 Pro
devices-huawei-not = P40 Pro+；中国大陆版
devices-small = Fairphone 4 及以后机型；Nothing Phone (3)
devices-small-not = Nothing Phone (1) 和 (2)
devices-others-from = 许多较新的机型
