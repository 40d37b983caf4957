# Names of settings are those that phones of this language show.

## Phone settings, drawn: short words

draw-cellular = 蜂窝网络
draw-cellular-data = 蜂窝数据
draw-sims = SIM 卡
draw-primary = 主号
draw-primary-on = 已打开 · 通话和短信
draw-esim-on = 已打开 · 旅行流量
draw-add-esim = 添加 eSIM
draw-turn-on = 启用此号码
draw-label = 蜂窝号码标签
draw-roaming = 数据漫游
draw-on-primary = 在主号上
draw-roaming-off = 数据漫游保持关闭
draw-home = SIM 1 · 原号码
draw-home-for = 通话、短信
draw-travel = eSIM · 旅行
draw-travel-for = 移动数据，漫游已打开
draw-add-sim = + 添加 SIM 卡
draw-preferred = 首选用途
draw-calls-by = 通话：SIM 1
draw-data-by = 数据：eSIM

## On every guide

guide-once = <b>这张 eSIM 只能安装一次。不要把它从手机上移除。</b>移除就是永久删除，无法再次安装。
guide-home = 出发前，在家连上稳定的 Wi-Fi 安装。有些国家和地区屏蔽 eSIM 商店的网页。
guide-phone = 手机不能锁定运营商，且须支持 eSIM：拨 <code>*#06#</code>，显示 EID 就支持。
guide-stuck = 还是不行？
guide-write = 请发邮件到 <a>{ $email }</a>，附上订单号和手机显示的原文。切勿发送二维码或激活码：拿到的人都能安装你的 eSIM。
guide-install = 安装 eSIM
guide-start = 开始使用 eSIM
guide-at-destination = 到达目的地后：
abroad-title = 已经在境外？使用机场 Wi-Fi
abroad-lead = eSIM 只需下载一次，下载需要联网：用 Wi-Fi 大约两分钟。请保持原号码的数据漫游关闭。
abroad-join = 连接机场、酒店或咖啡馆的 Wi-Fi。如果需要登录却没有弹出页面，请在浏览器中随便打开一个网站。
abroad-install = 在本页安装 eSIM，并保持连接该 Wi-Fi，直到手机提示已添加。
abroad-install-guide = 在手机上从我们的邮件或<a>我的 eSIM</a>打开订单页面，安装 eSIM。保持连接该 Wi-Fi，直到手机提示已添加。
abroad-blocked = 不成功？请关闭 VPN，再换一个网络，或使用同行者的热点：有些网络会屏蔽下载。
abroad-roaming = 完全没有 Wi-Fi？也可以用原号码的数据漫游下载，按运营商的价格收费。eSIM 装好后请立即关闭漫游。
abroad-start = 然后开始使用 eSIM：打开它和它的数据漫游，并用它上网。之后就不需要 Wi-Fi 了。

## Help

help-title = 帮助
help-description = 如何安装和开始使用 eSIM，以及遇到问题时怎么办。
help-lead = 只有两件事：在家安装，落地后开始使用。
help-iphone = 在 iPhone 上安装
help-iphone-about = iOS，分步说明
help-trouble = 故障排除
help-trouble-about = 手机显示什么，怎么办
help-devices-about = 十秒检查
help-data-about = 少量、日常、大量，附来源
help-mine-about = 剩余用量、充值、再次查看二维码
help-refunds-about = 什么情况可以退款
help-asked = 常见问题
help-paid = 我付款了，eSIM 在哪里？
help-paid-text = 在付款后返回的页面，以及你的邮件里。就绪后，两处都会显示二维码。页面关掉了？用付款时的邮箱登录<a>我的 eSIM</a>。如果我们无法交付，会自动退款。
help-same-phone = 二维码就在要扫码的手机上
help-same-phone-text = 在那部手机上打开订单页面：可以直接安装。否则，请手动输入 SM-DP+ 地址和激活码；两者都在二维码下方，带复制按钮。
help-days-text = 从 eSIM 在目的地首次连上网络时算起。请在购买后 60 天内开始使用：过期后，它可能自动开始计时，也可能无法使用。
help-not-travelled = 我最后没有出行
help-not-travelled-text = 从未使用的套餐，可以自己退订：在<a>我的 eSIM</a> 打开那张 eSIM，点“退订并退款”。确认之前会显示退款金额。<a2>退款</a2>
help-charged = 我的原运营商会收费吗？
help-charged-text = 只要原号码的数据漫游和“允许切换蜂窝数据”都关闭，就不会。用原号码接的电话和发的短信，按运营商资费收取。
help-more = 我需要更多流量
help-more-text = 登录<a>我的 eSIM</a>，打开那张 eSIM，点“充值”：流量会加到同一张 eSIM 上，不用重新安装。如果没有可用的充值，新套餐需要另一张 eSIM；手机可以同时保留两张。
help-address = 我的邮箱地址写错了
help-address-text = 在购买时用的浏览器里，二维码仍在订单页面上。要更改邮箱地址，请附上订单号发邮件到 <a>{ $email }</a>。

## Install on iPhone

iphone-description = 在 iPhone 上安装和开始使用旅行 eSIM，分步说明。
iphone-lead = 在 iPhone 上用 Safari 打开订单页面，点<b>在此 iPhone 上安装</b>（iOS 17.4 或更高版本）。或者：
iphone-add = <b>设置 → 蜂窝网络 → 添加 eSIM</b>（某些国家和地区显示为“移动数据”或“移动服务”）。
iphone-qr = <b>使用二维码，</b>扫描另一块屏幕上的二维码。在同一部手机上：长按二维码，或选择<b>手动输入详细信息</b>，复制 SM-DP+ 地址和激活码。
iphone-where = 在 iOS 26 或更高版本上，iPhone 可能会询问在境内还是境外使用这张 eSIM：请选境外。
iphone-rename = <b>修改号码标签，</b>例如改为“eSIM”，好与原号码区分。
iphone-primary = 通话和短信的<b>默认号码保持为“主号”</b>。
iphone-switching = <b>关闭“允许切换蜂窝数据”，</b>这样原号码在境外不会使用流量。
iphone-drawn-lines = “设置”中“蜂窝网络”的示意图：eSIM 列在主号下方，两者都已打开
iphone-on = <b>打开 eSIM。</b>设置 → 蜂窝网络 → eSIM → 启用此号码。
iphone-roaming = 为这个号码<b>打开数据漫游</b>。原号码的保持关闭。
iphone-data = <b>将它设为使用蜂窝数据的号码。</b>设置 → 蜂窝网络 → 蜂窝数据 → eSIM。
iphone-apn = <b>如果套餐需要，请设置 APN，</b>例如 <code>data.esim</code>：设置 → 蜂窝网络 → eSIM → 蜂窝数据网络。订单页面会写明是否需要。
iphone-drawn-roaming = eSIM 号码设置的示意图：“启用此号码”和“数据漫游”已打开；主号的漫游保持关闭

## Install on Android

android-lead = 在手机上打开订单页面，点<b>试试一键安装</b>：在许多 Pixel 和三星手机上，用 Chrome 可以安装。否则：
android-pixel-add = <b>设置 → 网络和互联网 → SIM 卡 → 添加 SIM 卡</b>（或 +）。
android-pixel-set = <b>设置 eSIM，</b>然后扫描另一块屏幕上的二维码。在同一部手机上，选择<b>需要帮助？ → 手动输入</b>，粘贴代码。
android-samsung-add = <b>设置 → 连接 → SIM 卡管理器 → 添加 eSIM。</b>
android-samsung-scan = <b>扫描二维码，</b>在同一部手机上则<b>输入激活码</b>。
android-others = 其他品牌
android-others-text = 在设置里找“SIM 卡”“移动网络”或“eSIM”，或在设置里搜索“eSIM”。
android-drawn = SIM 卡设置的示意图：原 SIM 卡保留通话，eSIM 使用移动数据，漫游已打开
android-on = 在 SIM 卡设置里<b>打开 eSIM</b>。
android-roaming = 为它<b>打开数据漫游</b>。原 SIM 卡的保持关闭。
android-data = <b>将它设为使用移动数据的 SIM 卡。</b>
android-apn = <b>如果套餐需要，请设置 APN，</b>例如 <code>data.esim</code>：eSIM → 接入点名称 → +。订单页面会写明是否需要。

## When something does not work
# What phones say is quoted in this language, and in English too where travellers search for it.

trouble-title = 故障排除
trouble-description = eSIM 不能用时手机显示的提示、含义和解决办法。
trouble-lead = 找到你的手机显示的提示。
trouble-mine = 是在这里买的？在<a>我的 eSIM</a> 打开那张 eSIM，点“无法上网？”：我们会检查那张 eSIM，告诉你下一步。
trouble-installing = 安装时
trouble-locked = “无法添加来自此运营商的蜂窝套餐”（Cellular plans from this carrier cannot be added）
trouble-locked-text = 手机锁定在销售它的运营商。请让该运营商解锁，然后再次扫码。激活码仍然有效。
trouble-change = “无法完成蜂窝套餐更改”（Cellular change could not be completed · Unable to complete cellular plan change）
trouble-change-text = 激活码已在这部或另一部手机上使用，或者连接中断了。先到设置 → 蜂窝网络看看 eSIM 是否在里面。如果没有，请重启手机，换一个 Wi-Fi，再扫一次。
trouble-activate = “无法激活 eSIM”（Unable to activate eSIM）·“无法添加 eSIM”（eSIM cannot be added）·“激活失败”（Activation failed）
trouble-activate-text = 多半是网络问题：eSIM 要从运营商的服务器下载。请关闭 VPN，连上稳定的 Wi-Fi，重启手机再试。手机能存多张 eSIM，但有上限：如果满了，请移除一张不再需要的旧 eSIM，千万不要移除这一张。
trouble-invalid = “此代码不再有效”（This code is no longer valid）·“二维码无效”（Invalid QR code）
trouble-invalid-text = 激活码已使用过，或没有扫完整。请从更大的屏幕扫码，或手动输入 SM-DP+ 地址和激活码。区分大小写：请用复制按钮。
trouble-no-menu = 设置里没有“添加 eSIM”
trouble-no-menu-text = 手机可能不支持 eSIM：拨 <code>*#06#</code>，没有 EID 就不支持。在中国大陆销售的 iPhone 大多不支持。
trouble-there = 在目的地
trouble-no-internet = 已连接，但无法上网
trouble-is-on = eSIM 打开了吗？
trouble-is-roaming = 它的<b>数据漫游</b>打开了吗？必须打开：套餐以漫游方式使用当地网络。
trouble-is-data = 它是使用移动数据的号码吗？
trouble-is-apn = 按订单页面的说明设置 APN，例如 <code>data.esim</code>。
trouble-airplane = 打开飞行模式十秒，再关闭。
trouble-no-service = “无服务”（No Service）·“仅限 SOS”（SOS only）·“仅限紧急呼叫”（Emergency calls only）
trouble-no-service-text = 手动选择网络：设置 → 蜂窝网络 → eSIM → 网络选择，关闭“自动”，选一个<a>我的 eSIM</a> 中“无法上网？”列出的网络。安卓：SIM 卡设置 → 自动选择网络。
trouble-slow = 网速慢
trouble-slow-text = 按上面的方法，手动换一个套餐支持的网络。检查手机是否设为 4G 或 5G。
trouble-used-up = 流量用完了
trouble-used-up-text = 在<a>我的 eSIM</a> 打开那张 eSIM，点“充值”：会加到同一张 eSIM 上。
trouble-removed = 我移除了 eSIM
trouble-removed-text = 移除的 eSIM 无法再次安装。如果套餐从未使用，你或许可以在<a>我的 eSIM</a> 退订并退款。
trouble-removed-again = 要继续使用，请<a>选择新套餐</a>：它会作为新的 eSIM 送达，带有自己的激活码。
trouble-order = 订单问题
trouble-no-code = 我付款了，却没有看到二维码
trouble-no-code-text = 订单页面会显示已发生什么、接下来怎样，以及何时自动退款。点“再次检查”，或登录<a>我的 eSIM</a>。
trouble-no-mail = 没有收到邮件
trouble-no-mail-text = 请查看垃圾邮件文件夹。邮件里的内容，订单页面上都有。

## Will it work on my phone?

devices-title = 我的手机能用吗？
devices-description = 十秒检查你的手机能否使用 eSIM。
devices-lead = 十秒检查。
devices-model = 你的手机型号
devices-check = 查询
devices-drawn = 拨打 *#06# 后的手机示意图：显示 EID
devices-back = 返回 { $plan }
devices-dial = 像打电话一样<b>拨 <code>*#06#</code></b>。
devices-eid = <b>显示 EID 了吗？</b>有，手机就支持 eSIM；没有，就不支持。
devices-unlocked = <b>没有锁定运营商吗？</b>iPhone：设置 → 通用 → 关于本机 → 运营商锁，显示“无 SIM 卡限制”。安卓：试试另一家运营商的 SIM 卡，或询问卖手机的商店。
devices-which = 支持 eSIM 的手机
devices-maker = 品牌
devices-from = 支持的机型
devices-not = 不支持
devices-google = Pixel 4 及以后机型；大多数 Pixel 3a 和 3
devices-others = 其他
devices-others-not = 因销售地而异：拨 <code>*#06#</code>
devices-decides = 列表仅供参考，以 EID 为准。
devices-tablets = 平板和笔记本电脑
devices-tablets-text = 许多 iPad 和部分 Windows 笔记本电脑支持 eSIM。套餐只提供流量，所以它们也能用；请在设置里查找 EID。

## How much data

data-title = 我需要多少流量？
data-description = 按手机使用习惯估算旅行所需的流量，并说明数字的来源。
data-lead = 最耗流量的是视频。套餐页和行程规划都按这些数字计算。
data-a-day = 每天流量
data-light = 地图、消息、邮件、几张照片
data-everyday = 以上之外，再加社交媒体、音乐，以及没有 Wi-Fi 时看一点视频
data-heavy = 每天看几小时视频或打视频电话
data-rule = 我们怎么选套餐
data-rule-text = 用这个数字乘以你的天数，选出天数够、高速流量也够的最便宜套餐。如果没有，我们会说明，并给出最接近的一个。
data-sources = 数字从哪里来
data-source-average = 2023 年，平均每部智能手机每月使用 17 GB 移动流量，即每天 0.6 GB：<a>《爱立信移动市场报告》，2025 年 6 月</a>。旅途中 Wi-Fi 更少，所以日常使用按 1 GB 计算。
data-source-video = 看一小时视频，低画质最多 0.3 GB，中等画质 0.7 GB，高画质 3 GB：<a>Netflix 帮助中心</a>。中等画质四小时就是“大量”的 3 GB。
data-source-measured = 看五分钟地图 12 MB，发一张照片 17 MB，听一小时音乐 157 MB，一小时视频通话 300 MB：<a>Saily 2025 年实测</a>。一小时地图、你的消息和几张照片就是“少量”的 0.3 GB。
data-less = 怎样更省
data-less-text = 出发前用 Wi-Fi 下载地图和音乐，把视频调到中等画质，并打开“低数据模式”（iPhone）或“流量节省程序”（Android）。
