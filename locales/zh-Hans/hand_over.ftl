
hand-over-title = 与其他旅行者共享
hand-over-lead = 给同行者发送一个链接，只打开这张 eSIM：二维码和安装方法。不显示价格，也不显示你的其他 eSIM。
hand-over-name = 同行者姓名（可不填）
hand-over-name-hint = 方便你区分各张 eSIM。
hand-over-no-name = 最多 40 个字符，不能换行。
hand-over-too-quick = 短时间内生成的链接过多，请稍候再试。
hand-over-over = 这张 eSIM 正在退订或已无法使用，没有可发送的链接。
hand-over-make = 生成链接
hand-over-only-name = 只保存姓名
hand-over-open = 已有一个有效至 { $day } 的链接，生成新链接后它将失效。
hand-over-end = 停用链接
hand-over-what = 拿到链接的人可以安装这张 eSIM（仅一次）。请只发给本人。你可以随时在此停用链接。
hand-over-made = 链接已生成
hand-over-made-lead = 请发送给使用这张 eSIM 的人。
hand-over-made-lead-name = 请发送给 { $name }。
hand-over-link = 链接
hand-over-once = 链接只显示这一次，请现在复制。如果丢失，可重新生成。
hand-over-scan = 就在身边？用对方手机的相机扫描即可打开页面。
hand-over-until = 有效期至 { $day }。
hand-over-link-alt = 打开同行者页面的二维码
hand-over-change = 修改姓名或停用链接
hand-over-somebody = 给别人用？填写姓名并发送链接
hand-over-link-for = 给 { $name } 发送链接
hand-over-phone-button = 在手机上打开
hand-over-browser-button = 生成用浏览器打开的链接
hand-over-phone-title = 在手机上打开
hand-over-phone-lead = 用要带去旅行的手机相机扫描。它会打开一个页面，轻点一下即可安装 eSIM。
hand-over-phone-until = 15 分钟内有效，至 { $time }。
hand-over-phone-link = 或在手机自带的浏览器中打开此地址
hand-over-not-the-code = 此码用于打开页面，安装 eSIM 的是另一个二维码。
hand-over-phone-alt = 在手机上打开页面的二维码
handed-for = 给 { $name }
handed-title = 你的 eSIM
handed-lead = { $plan }，有人在 { $shop } 为你购买。请在家中用稳定的 Wi-Fi 添加，只需两分钟。
handed-start-by = <b>请最迟于 { $day } 开始使用。</b>过期后，套餐可能自动开始并消耗天数，也可能无法使用。

## The eSIMs of one order for several people

family-title = 分别给谁用？
family-lead = 填一次姓名即可。每个人都会收到一个链接，只打开自己的 eSIM。
# A button, and what stands beside the eSIM that it was pressed for: on a phone, and on a computer.
family-this-phone = 这部手机
family-mine = 我自己用
family-not-mine = 不是我用
family-send = 发送链接
family-send-again = 重新发送
family-send-all = 发送全部链接
# Beside a name: “link sent · not installed yet”.
family-sent = 链接已发送
family-not-installed = 尚未安装
family-show = 查看
family-qr = 二维码和激活码
family-scan = 请用另一部手机的相机扫描。
family-made = 链接已生成
family-once = 链接只显示这一次，请现在发送或复制。如果丢失，可重新生成。
# Of a field with a line for each traveller: a name and a link.
family-links = 链接，每行一位同行者
family-share = 分享
family-closed = 尚未发送任何内容。请再次点按“分享”，或复制上面的文字。
family-save = 保存姓名
family-sign-in = 多人出行？登录后发送链接
family-sign-in-why = 只有在购买时所用的浏览器中，或用付款时的邮箱登录后，才能发送链接。
# $day is the last day on which the link works.
family-sent-page = 你已发送这张 eSIM 的链接，有效期至 { $day }。这张 eSIM 尚未安装，且只能安装一次：请由对方安装，或先停用链接。
family-sent-page-seen = 这张 eSIM 的链接已发给他人，有效期至 { $day }。这张 eSIM 尚未安装，且只能安装一次：除非是给这部手机用的，否则请由对方安装。
