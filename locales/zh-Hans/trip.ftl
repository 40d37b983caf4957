## Plan a trip

trip-title = 规划行程
trip-description = 一趟旅程，多个国家和地区：看看是一张 eSIM 通用便宜，还是每地各买一张便宜。
trip-lead = 写下你去哪里、什么时候去。我们会比较全程一张 eSIM 和每地各一张。
trip-where = 你去哪里，什么时候去？
trip-example = 东京、巴厘岛、伦敦，5月3日至19日
trip-where-hint = 按顺序写地点，用逗号或顿号隔开。知道天数或日期的话，也一起写上。
trip-first = 第一天
trip-last = 最后一天
trip-need = 需要多少流量？
trip-need-maps = 地图和消息，每天约 0.3 GB
trip-need-daily = 日常使用，每天约 1 GB
trip-need-video = 视频和通话，每天约 3 GB
trip-need-unlimited = 不限量
trip-compare = 比较
trip-examples = 例如
trip-example-asia = 曼谷4天，河内5天，新加坡3天
trip-example-europe = 巴黎、罗马、雅典，2周
trip-example-america = 纽约5天，多伦多3天，墨西哥7天

## What was understood

trip-stops = 你的行程
# $n is the number of the stop, $place its country.
trip-days-in = 天数：{ $place }
trip-again = 重新比较
trip-change = 修改行程
trip-whole = 共 { $days } 天
trip-whole-dated = { $days ->
    [1] 共 { $days } 天：{ $first }
   *[other] 共 { $days } 天：{ $first }至{ $last }
}
trip-taken-for = 我们把“{ $text }”识别为{ $place }。不对的话，请补上国家或地区名称。
trip-unknown = 以下内容无法识别：{ $parts }。
trip-assumed = 没有写时间，我们按每站一周计算。你可以随意修改。
trip-nothing = 没有找到地点。请写国家、地区或城市，用逗号或顿号隔开。
trip-too-long = 最多可比较 { $stops } 站、{ $days } 天。请把行程拆开。
trip-early = 套餐须在购买后 60 天内开始使用。这次行程请在{ $day }或之后购买。
trip-one-order = 每个订单同一套餐最多 { $n } 张 eSIM；其余的请另行下单。

## Options

trip-options = 上网方案
trip-one = 全程一张 eSIM
trip-local = 每个国家或地区一张
trip-mix = 最便宜的组合
trip-cheapest = 最便宜
trip-esims = { $n } 张 eSIM
trip-for = 适用：{ $places }
trip-uncovered = 没有合适的套餐：{ $places }。
trip-no-single = 没有单个套餐足以覆盖整个行程。
trip-near = 不够这趟行程用
trip-too-short = 有效期 { $days } 天；行程需要 { $needed }
trip-too-small = 含 { $data }；行程约需 { $needed }
trip-slows-down = 会降速，网络未注明用到多少才降速；行程约需 { $needed }
trip-not-exact = 超过 { $stops } 站时，我们只比较最可能的方案，不会逐一比较。

## One eSIM now with a top-up later: advice, no part of the order

trip-later = 先买一张 eSIM，之后再充值
# What the top-up is and costs stands behind it.
trip-later-then = 在行程第 { $day } 天充值，今日可选：
trip-later-note = 充值不包含在本订单中。需要时可在你的 eSIM 页面添加；届时价格可能有变。

## Several plans in one payment

choice-title = 你的选择
choice-from = { $day } 起
choice-remove = 移除
choice-update = 更新总价
choice-pay = { $n } 张 eSIM，一次付款
choice-price = 这个套餐现在的价格是 { $price }。没有扣款。
choice-unnamed = 套餐
choice-plans = 每个订单最多 { $n } 种套餐。请移除一些；可以另行下单。
choice-lines = 每个订单最多 { $n } 张 eSIM。请少选几张；其余的可以另行下单。
choice-code-raised = 已使用优惠码 { $code }。这是这些套餐的最低价。
choice-code-plan = 这个优惠码不适用于这些套餐。
choice-code-lowest = 这些套餐已是最低价。留空即可不用优惠码购买。
# $n of a plan, $all of all plans together.
trip-too-many = 每个订单同一套餐最多 { $n } 张 eSIM，总共最多 { $all } 张。请打开各个套餐分别下单。
