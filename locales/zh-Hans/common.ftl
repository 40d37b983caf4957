## Figures

# $amount is written as the language writes numbers; $symbol is $, €, £ … as CLDR has it in your language: US$ where $ is another money.
money-symbol = { $symbol }{ $amount }
# $code is an ISO 4217 code, for currencies without a symbol of their own.
money-code = { $code } { $amount }
unit-gb = GB
unit-mb = MB
data-amount = { $figure } { $unit }
# Alone in large letters on a plan's card.
data-unlimited = 不限量
data-unlimited-long = 不限流量
fair-use = 公平使用
fair-use-full = 每天 { $data } 高速流量，之后降至 { $speed }
fair-use-data = 每天 { $data } 高速流量，之后降速
fair-use-speed = 大量使用后降至 { $speed }；网络未注明用到多少才降速
fair-use-unknown = 网络未注明公平使用限额
days = { $days } 天

## The frame of every page

skip-to-content = 跳到正文
demo-label = 演示
demo-banner = 这是演示：不涉及真实付款，eSIM 也是虚构的。
test-label = 测试模式
test-banner = 本店处于测试模式：不涉及真实付款，eSIM 只提供给测试人员。
notice-label = 通知
sales-paused-banner = 销售暂停中。已付款的订单不受影响。请稍后再来。
nav-main = 主导航
nav-destinations = 目的地
nav-help = 帮助
nav-my-esims = 我的 eSIM
errors-title = 有内容需要修改
need-a-person = 有问题？发邮件给我们：
foot-devices = 我的手机能用吗？
foot-refunds = 退款
foot-privacy = 隐私
foot-terms = 条款
languages = 语言
# Said in this language to somebody who reads the page in another one, as a link.
offer-this-language = 用中文查看本页
copied = 已复制
close = 关闭
copy-by-hand = 请手动选择并复制
you-are-here = 当前页面

## What is not there

not-found-title = 页面不存在
not-found-lead = 地址有误，或者套餐已停售。你的订单和 eSIM 不受影响。
all-destinations = 所有目的地

## Lengths of time

minutes = { $n } 分钟
hours = { $n } 小时
# 1 hour 30 minutes
hours-minutes = { $hours } { $minutes }
ago-now = 刚刚
ago-minutes = { $n } 分钟前
ago-hours = { $n } 小时前
ago-days = { $n } 天前
