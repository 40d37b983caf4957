# Words of the phone’s own settings (Settings, Cellular, Add eSIM …) are to be those that the phone shows in your language.

## The order’s page

# $day is the day it was paid.
order-dated = الطلب { $order } · { $day }
order-check-again = تحقّق مرة أخرى
order-continue-to-payment = لم تدفع بعد؟ تابع إلى الدفع
# The name of a plan, before what became of its money.
order-returned-plan = { $plan }:
order-install = ثبّت شريحة eSIM
order-start = ابدأ شريحة eSIM
order-sign-in = سجّل الدخول لترى الرموز
order-sign-in-why = لا يظهر رمز QR ورمز التفعيل إلا في المتصفح الذي اشتريت به، أو بعد تسجيل الدخول. نرسل رابطًا إلى العنوان الذي دفعت به؛ وهو يعرض أيضًا كل شرائح eSIM الأخرى.
order-next = ماذا يحدث بعد ذلك
order-see-esim = عرض شريحة eSIM
order-see-plan = عرض الباقة مرة أخرى
order-see-plans = عرض الباقات مرة أخرى
order-bought = ما طلبته
order-topup-line = إعادة الشحن: { $plan }
order-total = المجموع
order-sent-back = المبلغ المسترد
order-where = رابط هذه الصفحة في بريدك، وكل شرائحك في <a>شرائح eSIM الخاصة بي</a>.

## The order’s headline

order-awaiting-payment = بانتظار دفعتك
order-processing = دفعتك في الطريق
order-failed = لم تكتمل دفعتك
order-expired = لم يُدفع هذا الطلب
order-person = ننظر في طلبك
order-held = نتحقق من هذه الدفعة
order-given-back-paid = أُلغيت ورُدّ المبلغ
order-given-back = أُلغيت. المبلغ في طريقه إليك
order-coming-topup = نجهّز إعادة الشحن
order-ready-topup = تمت إعادة شحن شريحتك
order-coming = { $n ->
    [one] نجهّز شريحة eSIM
    [two] نجهّز شريحتي eSIM
    [few] نجهّز { $n } شرائح eSIM
    [many] نجهّز { $n } شريحة eSIM
   *[other] نجهّز { $n } شريحة eSIM
}
order-ready = { $n ->
    [one] شريحة eSIM جاهزة
    [two] شريحتا eSIM جاهزتان
    [few] { $n } شرائح eSIM جاهزة
    [many] { $n } شريحة eSIM جاهزة
   *[other] { $n } شريحة eSIM جاهزة
}
order-yours = { $n ->
    [one] شريحة eSIM الخاصة بك
   *[other] شرائح eSIM الخاصة بك ({ $n })
}
# $here is a part of $n: 1 of 3.
order-some-ready = { $here ->
    [one] شريحة واحدة جاهزة من شرائح eSIM في طلبك وعددها { $n }
    [two] شريحتان جاهزتان من شرائح eSIM في طلبك وعددها { $n }
   *[other] الجاهز من شرائح eSIM في طلبك: { $here } من { $n }
}
order-returning = المبلغ في طريقه إليك
order-returned = أُعيد إليك المبلغ
order-test-ended = انتهى هذا الطلب التجريبي

## Below the headline

order-lead-awaiting-payment = لم تصلنا دفعتك بعد. إذا كنت قد دفعت للتو، فسيستغرق ذلك بضع ثوانٍ، ثم تصل شريحة eSIM تلقائيًا.
order-lead-processing = ما زال بنكك يعالج الدفعة، وقد يستغرق ذلك بضعة أيام. فور وصولها نطلب شريحة eSIM ونرسلها إليك؛ ولا يُطلب شيء قبل ذلك.
order-lead-failed = لم تكتمل الدفعة. لم يُطلب شيء ولم يُخصم منك شيء. يمكنك الطلب من جديد بوسيلة دفع أخرى.
order-lead-expired = أُغلقت صفحة الدفع أو انتهت مهلتها، فلم يُخصم شيء ولم يُطلب شيء. الباقة ما زالت معروضة.
order-lead-person = يحتاج هذا الطلب إلى مراجعة، وقد أُبلغ فريقنا. لا يلزمك فعل شيء؛ راسلنا إن أردت معرفة المزيد.
order-lead-held = يراجع البنك أو Stripe هذه الدفعة. حتى ينتهي ذلك لا يُطلب شيء.
order-lead-topup = تبدأ تلقائيًا عند استهلاك الباقة السابقة أو انتهائها.
order-lead-ready-several = واحدة لكل هاتف. أضفها في المنزل قبل السفر، عبر شبكة Wi-Fi مستقرة؛ كل منها تستغرق دقيقتين.
order-lead-ready-each = واحدة لكل جزء من رحلتك. أضفها كلها في المنزل قبل السفر، عبر شبكة Wi-Fi مستقرة؛ كل منها تستغرق دقيقتين.
order-lead-ready = أضفها في المنزل قبل السفر، عبر شبكة Wi-Fi مستقرة. يستغرق ذلك دقيقتين.
order-lead-stranger = لا تظهر الرموز إلا في المتصفح الذي اشتريت به، أو بعد تسجيل الدخول بالعنوان الذي دفعت به.
order-lead-returning = لا يلزمك فعل شيء. تُظهر البنوك المبلغ المسترد عادةً خلال 5 إلى 10 أيام.
order-lead-returned = رُدّ المبلغ إلى البطاقة أو الحساب الذي دفعت به. تُظهره البنوك عادةً خلال 5 إلى 10 أيام.
order-lead-test-ended = قُدِّم هذا الطلب حين كان المتجر في وضع الاختبار. المتجر يقبل الآن مدفوعات حقيقية، لذا لن يحدث هنا شيء آخر. ولم تُدفع أي أموال حقيقية.
order-lead-seconds = يستغرق ذلك بضع ثوانٍ عادةً.
# $until is a time: 10:32 UTC.
order-lead-until = يستغرق ذلك بضع ثوانٍ عادةً. إذا لم تسلّم الشبكة حتى { $until }، نعيد إليك المبلغ تلقائيًا. يمكنك إغلاق هذه الصفحة: سنراسلك.
order-lead-until-unclear = لم يصلنا رد واضح من الشبكة، وما زلنا نتحقق. إذا لم تسلّم حتى { $until }، نعيد إليك المبلغ تلقائيًا. يمكنك إغلاق هذه الصفحة: سنراسلك.

## The clock of what happened when: its stations, one or two words each

order-step-paid = دُفع
order-step-ordered = طُلب
order-step-not-ordered = لم يُطلب
order-step-ready = جاهز
order-step-added = أُضيف
order-step-mailed = أُرسل بالبريد
order-step-payment-failed = فشل الدفع
order-step-not-paid = لم يُدفع
order-step-not-added = لم يُضَف
order-step-not-delivered = لم يُسلَّم
order-step-some-ready = { $here } من { $n } جاهزة
order-step-given-back = أُلغي
order-step-mail-refused = رُفضت الرسالة
order-step-refund-came-back = ارتدّ المبلغ إلينا
order-step-refunded = رُدّ المبلغ
order-step-refund-on-its-way = المبلغ في الطريق

## Below a station that has no time yet

order-note-not-yet = ليس بعد
order-note-bank = في الطريق من بنكك
order-note-nothing-taken = لم يُخصم شيء
order-note-nothing-charged = لم يُخصم شيء
order-note-about-to-be = بعد لحظات
order-note-some = { $here } من { $n } حتى الآن
order-note-esim-page = كل شيء في صفحة شريحتك
order-note-this-page = كل شيء في هذه الصفحة
order-note-on-its-way = في الطريق
order-note-late = متأخر، ونواصل المحاولة
order-note-person = نعمل على حله
order-mail-refused = البريد إلى <b>{ $address }</b> مرفوض. إذا كان العنوان خاطئًا فاكتب إلى <a>{ $email }</a> مع الرقم { $order }: نصحّحه ونرسل الرسالة من جديد.

## What became of the money of one plan. $why is a whole sentence.

order-refund-sent-on = رُدّ { $amount } في { $day }. { $why }
order-refund-sent = رُدّ { $amount }. { $why }
order-refund-on-its-way = رد مبلغ { $amount } في الطريق. { $why }
order-refund-came-back = أعاد البنك إلينا { $amount }؛ ونعمل على حل ذلك. { $why }
order-refund-topup = تعذّر على الشبكة إضافتها إلى شريحتك.

## An eSIM and how to install it

# One of several in an order. $number is 2, $all is 3.
card-number = شريحة eSIM { $number } من { $all }
card-first-phone = هل هذا هو الهاتف الذي ستسافر به؟ إذًا ثبّتها هنا مباشرةً.
card-first-iphone-elsewhere = افتح هذه الصفحة في Safari: هناك فقط يستطيع iPhone التثبيت بلمسة واحدة. أو أدخل الرمزين أدناه.
card-first-android-elsewhere = افتح هذه الصفحة في Chrome: لا يمكن التثبيت من داخل تطبيق. أو أدخل الرموز أدناه.
card-first-iphone-old = على iPhone هذا، افتح الإعدادات ← الشبكة الخلوية ← إضافة eSIM ← استخدام رمز QR ← إدخال التفاصيل يدويًا، وانسخ الرمزين أدناه.
card-first-other = امسح رمز QR بكاميرا الهاتف الذي ستسافر به.
card-tap-iphone = ثبّت على iPhone هذا
card-tap-iphone-hint = يفتح iPhone نافذة التثبيت الخاصة به ويسألك قبل إضافة الشريحة.
card-tap-android = جرّب التثبيت بلمسة واحدة
card-tap-android-hint = يعمل على هواتف Pixel وSamsung في Chrome. إذا لم يحدث شيء، فامسح رمز QR أو أدخل الرموز.
card-qr-iphone = في Safari، اضغط مطولًا على الرمز واختر «إضافة eSIM». أو اعرض هذه الصفحة على شاشة أخرى وامسحه.
card-qr-phone = اعرض هذه الصفحة على شاشة أخرى وامسح الرمز بهذا الهاتف.
card-qr-other = افتح كاميرا الهاتف الذي ستسافر به ووجّهها إلى هذا الرمز.
card-qr-alt = رمز QR لتثبيت شريحة eSIM
# $esim is “eSIM 2 of 3”.
card-qr-alt-of = رمز QR لتثبيت { $esim }
card-smdp = عنوان SM-DP+‎
card-code = رمز التفعيل
card-both = الرمز الكامل (LPA)، لهواتف Android
# After “Copy the …”, for screen readers.
card-copy-smdp = عنوان SM-DP+‎
card-copy-code = رمز التفعيل
card-copy-both = الرمز الكامل
card-confirmation-code = سيطلب هاتفك رمز تأكيد. راسلنا ونرسله إليك.
card-code-waits = نطلب رمز هذه الشريحة من الشبكة مرة أخرى. أعد تحميل هذه الصفحة بعد دقيقة. الشريحة نفسها سليمة.

## A page that cannot be shown

fault-not-found = الصفحة غير موجودة
fault-not-found-text = ربما كُتب العنوان خطأً، أو أن الصفحة تخص شخصًا آخر.
fault-origin = تعذّر التحقق من هذا الطلب
fault-origin-text = افتح الصفحة هنا وحاول مرة أخرى.
fault-look-up = تعذّر تحميل ذلك الآن
fault-show = تعذّر عرض هذه الصفحة
fault-nothing-lost = لم يضِع شيء: طلباتك ودفعاتك ما زالت قيد المعالجة. حاول مرة أخرى بعد دقيقة.
fault-yours = هل هي لك؟ لم تسجّل الدخول في هذا المتصفح. اكتب عنوان البريد الذي دفعت به ونرسل إليك رابط دخول؛ ولا حاجة إلى كلمة مرور.
fault-to-shop = العودة إلى المتجر

## Signing in

sign-in = تسجيل الدخول
sign-in-lead = اكتب عنوان البريد الذي دفعت به. نرسل إليك رابطًا إلى شرائح eSIM الخاصة بك؛ ولا حاجة إلى كلمة مرور.
sign-in-just-bought = اشتريت للتو؟ صفحة طلبك فيها كل شيء، في المتصفح الذي دفعت به.
sign-in-type-address = اكتب عنوان بريدك الإلكتروني، مثل ada@example.com.
sign-in-sent = تحقّق من بريدك الوارد
# $email is what was typed.
sign-in-sent-lead = { $minutes ->
    [one] إذا كان <b>{ $email }</b> قد اشترى من هنا، فرابط الدخول في الطريق. يعمل مرة واحدة، خلال دقيقة واحدة.
    [two] إذا كان <b>{ $email }</b> قد اشترى من هنا، فرابط الدخول في الطريق. يعمل مرة واحدة، خلال دقيقتين.
    [few] إذا كان <b>{ $email }</b> قد اشترى من هنا، فرابط الدخول في الطريق. يعمل مرة واحدة، خلال { $minutes } دقائق.
    [many] إذا كان <b>{ $email }</b> قد اشترى من هنا، فرابط الدخول في الطريق. يعمل مرة واحدة، خلال { $minutes } دقيقة.
   *[other] إذا كان <b>{ $email }</b> قد اشترى من هنا، فرابط الدخول في الطريق. يعمل مرة واحدة، خلال { $minutes } دقيقة.
}
sign-in-sent-nothing = لم يصل شيء بعد بضع دقائق؟ انظر في مجلد البريد غير المرغوب فيه، أو تحقّق من الكتابة أعلاه، أو استخدم العنوان الذي وصل إليه إيصالك.
sign-in-another-address = استخدم عنوانًا آخر
sign-in-one-press = { $days ->
    [one] ابقَ مسجّل الدخول على هذا المتصفح لمدة يوم واحد.
    [two] ابقَ مسجّل الدخول على هذا المتصفح لمدة يومين.
    [few] ابقَ مسجّل الدخول على هذا المتصفح لمدة { $days } أيام.
    [many] ابقَ مسجّل الدخول على هذا المتصفح لمدة { $days } يومًا.
   *[other] ابقَ مسجّل الدخول على هذا المتصفح لمدة { $days } يوم.
}
sign-in-elsewhere = طُلب هذا الرابط من متصفح آخر. سجّل الدخول فقط إن كنت أنت من طلبه.
sign-in-and-see = سجّل الدخول واعرض شرائح eSIM الخاصة بي
sign-in-not-your-device = أليس هذا جهازك؟ سجّل الخروج عند الانتهاء.
sign-in-used-up = لم يعد هذا الرابط يعمل
sign-in-used-up-lead = { $minutes ->
    [one] يعمل رابط الدخول مرة واحدة، خلال دقيقة واحدة. اطلب رابطًا جديدًا.
    [two] يعمل رابط الدخول مرة واحدة، خلال دقيقتين. اطلب رابطًا جديدًا.
    [few] يعمل رابط الدخول مرة واحدة، خلال { $minutes } دقائق. اطلب رابطًا جديدًا.
    [many] يعمل رابط الدخول مرة واحدة، خلال { $minutes } دقيقة. اطلب رابطًا جديدًا.
   *[other] يعمل رابط الدخول مرة واحدة، خلال { $minutes } دقيقة. اطلب رابطًا جديدًا.
}
sign-in-new-link = أرسل إليّ رابطًا جديدًا
card-other-ways = طرق أخرى للتثبيت
## إلى أين يُرسل الطلب

order-mailed-to = تُرسل رسائلنا إلى <b>{ $address }</b>. <a>تغيير العنوان أو الإرسال مجددًا</a>
order-mail-slip = هل عنوانك صحيح؟ كتبت <b>{ $typed }</b>. هل تقصد <b>{ $meant }</b>؟ <a>تصحيح العنوان</a>
mailed-title = إلى أين نرسل طلبك بالبريد
mailed-title-error = خطأ: { $title }
mailed-now = تُرسل رسائلنا عن هذا الطلب إلى <b>{ $address }</b>.
mailed-again-button = إرسال مجددًا
mailed-again-done = الرسالة في طريقها مجددًا إلى <b>{ $address }</b>. انتظر دقيقة، وابحث أيضًا في مجلد الرسائل غير المرغوب فيها.
mailed-nothing-yet = لم يُسلَّم شيء بعد. فور جاهزية شريحتك نرسلها إلى <b>{ $address }</b>.
mailed-too-often = يمكنك الإرسال مجددًا مرة في الدقيقة، حتى خمس مرات في اليوم.
mailed-change = عنوان آخر
mailed-change-why = نرسل طلبك إلى العنوان الجديد ونخبر العنوان القديم بالتغيير من دون أي رمز. تتوقف عن العمل الروابط في الرسائل المرسلة إلى العنوان القديم.
mailed-change-button = تغيير وإرسال
mailed-change-done = تم التغيير. تُرسل رسائلنا عن هذا الطلب الآن إلى <b>{ $address }</b>.
mailed-changed-too-often = تغيّر العنوان ثلاث مرات اليوم. إن كان لا يزال خاطئًا فراسلنا.
mailed-same = هذا هو العنوان الموجود لدينا.
mailed-installed = الشريحة مثبّتة بالفعل، فلا يمكن تغيير البريد الإلكتروني هنا. راسلنا إن احتجت إلى ذلك.
mailed-back = العودة إلى الطلب
