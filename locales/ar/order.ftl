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
order-sign-in-why = لا يظهر رمز QR ورمز التفعيل إلا في المتصفح الذي تم به الشراء، أو لك بعد تسجيل الدخول. نرسل رابطًا إلى العنوان الذي دفعت به؛ وهو يوصلك أيضًا إلى كل شرائح eSIM الأخرى.
order-next = ماذا يحدث بعد ذلك
order-see-esim = عرض شريحة eSIM
order-see-plan = عرض الباقة مرة أخرى
order-bought = ما طلبته
order-topup-line = إعادة الشحن: { $plan }
order-total = المجموع
order-sent-back = المبلغ المُعاد
order-where = عنوان هذه الصفحة في بريدك، وكل شرائحك في <a>شرائح eSIM الخاصة بي</a>.

## The order’s headline

order-awaiting-payment = بانتظار دفعتك
order-processing = دفعتك في الطريق
order-failed = لم تكتمل دفعتك
order-expired = لم يُدفع هذا الطلب
order-person = ننظر في طلبك
order-held = نتحقق من هذه الدفعة
order-given-back-paid = أُرجعت ورُدّ المبلغ
order-given-back = أُرجعت. مالك في الطريق
order-coming-topup = نجلب إعادة الشحن
order-ready-topup = تمت إعادة شحن شريحتك
order-coming = { $n ->
    [one] نجلب شريحة eSIM
    [two] نجلب شريحتي eSIM
    [few] نجلب { $n } شرائح eSIM
    [many] نجلب { $n } شريحة eSIM
   *[other] نجلب { $n } شريحة eSIM
}
order-ready = { $n ->
    [one] شريحة eSIM جاهزة
    [two] شريحتا eSIM جاهزتان
    [few] { $n } شرائح eSIM جاهزة
    [many] { $n } شريحة eSIM جاهزة
   *[other] { $n } شريحة eSIM جاهزة
}
# $here is a part of $n: 1 of 3.
order-some-ready = { $here ->
    [one] شريحة واحدة جاهزة من شرائح eSIM في طلبك وعددها { $n }
    [two] شريحتان جاهزتان من شرائح eSIM في طلبك وعددها { $n }
   *[other] الجاهز من شرائح eSIM في طلبك: { $here } من { $n }
}
order-returning = مالك في طريق العودة
order-returned = عاد إليك مالك
order-test-ended = انتهى هذا الطلب التجريبي

## Below the headline

order-lead-awaiting-payment = لم يصلنا خبر عن دفعتك بعد. إذا كنت قد دفعت للتو، فسيستغرق ذلك بضع ثوانٍ، ثم تصل شريحة eSIM تلقائيًا.
order-lead-processing = ما زال بنكك يرسل المال، وقد يستغرق ذلك بضعة أيام. فور وصوله نجلب شريحة eSIM ونرسلها إليك؛ ولا يُشترى شيء قبل ذلك.
order-lead-failed = لم يرسل بنكك المال. لم يُشترَ شيء ولم يُخصم منك شيء. يمكنك الطلب من جديد والدفع بطريقة أخرى.
order-lead-expired = أُغلقت صفحة الدفع أو تُركت طويلًا، فلم يُخصم شيء ولم يُشترَ شيء. الباقة ما زالت معروضة.
order-lead-person = في هذا الطلب أمر يحتاج إلى شخص، وقد أُبلغ. لا يلزمك فعل شيء؛ راسلنا إن أردت معرفة المزيد.
order-lead-held = طلب البنك أو Stripe نظرة ثانية في هذه الدفعة. حتى يتم ذلك لا يُشترى شيء ولا يضيع شيء.
order-lead-topup = تبدأ تلقائيًا عند استهلاك الباقة السابقة أو انتهائها.
order-lead-ready-several = واحدة لكل هاتف. أضفها في المنزل قبل السفر، عبر شبكة Wi-Fi مستقرة؛ كل منها تستغرق دقيقتين.
order-lead-ready = أضفها في المنزل قبل السفر، عبر شبكة Wi-Fi مستقرة. يستغرق ذلك دقيقتين.
order-lead-stranger = لا تظهر الرموز إلا في المتصفح الذي تم به الشراء، أو بعد تسجيل الدخول بالعنوان الذي دفعت به.
order-lead-returning = لا يلزمك فعل شيء. تُظهر البنوك المبلغ المسترد عادةً خلال 5 إلى 10 أيام.
order-lead-returned = عاد إلى البطاقة أو الحساب الذي دفعت به. تُظهر البنوك المبلغ المسترد عادةً خلال 5 إلى 10 أيام.
order-lead-test-ended = قُدِّم هذا الطلب حين كان المتجر في وضع الاختبار. المتجر يقبل الآن مدفوعات حقيقية، لذا لن يحدث هنا شيء آخر. ولم تُدفع أي أموال حقيقية.
order-lead-seconds = يستغرق ذلك بضع ثوانٍ عادةً.
# $until is a time: 10:32 UTC.
order-lead-until = يستغرق ذلك بضع ثوانٍ عادةً. إذا لم تسلّم الشبكة حتى { $until }، عاد مالك تلقائيًا. يمكنك إغلاق هذه الصفحة: سنراسلك.
order-lead-until-unclear = ضاع رد الشبكة، فنواصل سؤالها. إذا لم تسلّم حتى { $until }، عاد مالك تلقائيًا. يمكنك إغلاق هذه الصفحة: سنراسلك.

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
order-step-given-back = أُرجع
order-step-mail-refused = رُفضت الرسالة
order-step-refund-came-back = ارتدّ المبلغ إلينا
order-step-refunded = رُدّ المبلغ
order-step-refund-on-its-way = المبلغ في الطريق

## Below a station that has no time yet

order-note-not-yet = ليس بعد
order-note-bank = في الطريق من بنكك
order-note-nothing-taken = لم يُؤخذ شيء
order-note-nothing-charged = لم يُخصم شيء
order-note-about-to-be = بعد لحظات
order-note-some = { $here } من { $n } حتى الآن
order-note-esim-page = كل شيء في صفحة شريحتك
order-note-this-page = كل شيء في هذه الصفحة
order-note-on-its-way = في الطريق
order-note-late = متأخر، ونواصل المحاولة
order-note-person = يتابعه شخص
order-mail-refused = البريد إلى <b>{ $address }</b> مرفوض. إذا كان العنوان خاطئًا فاكتب إلى <a>{ $email }</a> مع الرقم { $order }: نصحّحه ونرسل الرسالة من جديد.

## What became of the money of one plan. $why is a whole sentence.

order-refund-sent-on = أُعيد { $amount } في { $day }. { $why }
order-refund-sent = أُعيد { $amount }. { $why }
order-refund-on-its-way = { $amount } في طريق العودة. { $why }
order-refund-came-back = ارتدّ إلينا { $amount } من البنك؛ يتابعه شخص. { $why }
order-refund-topup = تعذّر على الشبكة إضافتها إلى شريحتك.

## An eSIM and how to install it

# One of several in an order. $number is 2, $all is 3.
card-number = شريحة eSIM { $number } من { $all }
# $esim is “eSIM 2 of 3”, $plan “Japan · 10 GB · 7 days”.
card-numbered = { $esim }: { $plan }
card-start-by = آخر موعد للبدء: { $day }
card-first-phone = هل هذا هو الهاتف الذي سيسافر؟ إذًا ثبّتها هنا مباشرةً.
card-first-iphone-elsewhere = افتح هذه الصفحة في Safari: هناك فقط يستطيع iPhone التثبيت بلمسة واحدة. أو أدخل الرمزين أدناه.
card-first-android-elsewhere = افتح هذه الصفحة في Chrome: لا يستطيع الهاتف التثبيت من داخل تطبيق. أو أدخل الرموز أدناه.
card-first-iphone-old = على هذا الـ iPhone، افتح الإعدادات ← الشبكة الخلوية ← إضافة eSIM ← استخدام رمز QR ← إدخال التفاصيل يدويًا، وانسخ الرمزين أدناه.
card-first-other = امسح رمز QR بكاميرا الهاتف الذي سيسافر. أو أدخل هذين في إعداداته:
card-tap-iphone = التثبيت على هذا الـ iPhone
card-tap-iphone-hint = يفتح iPhone نافذة التثبيت الخاصة به ويسألك قبل إضافة الشريحة.
card-tap-android = جرّب التثبيت بلمسة واحدة
card-tap-android-hint = يعمل على هواتف Pixel وSamsung في Chrome. إذا لم يحدث شيء، فامسح رمز QR أو أدخل الرموز.
card-qr-iphone = في Safari، اضغط مطولًا على الرمز واختر «إضافة eSIM». أو اعرض هذه الصفحة على شاشة أخرى وامسحه.
card-qr-phone = اعرض هذه الصفحة على شاشة أخرى وامسح الرمز بهذا الهاتف.
card-qr-other = افتح كاميرا الهاتف الذي سيسافر ووجّهها إلى هنا.
card-qr-alt = رمز QR لتثبيت شريحة eSIM
# $esim is “eSIM 2 of 3”.
card-qr-alt-of = رمز QR لتثبيت { $esim }
card-smdp = عنوان SM-DP+‎
card-code = رمز التفعيل
card-both = كلاهما معًا، لهواتف Android
# After “Copy the …”, for screen readers.
card-copy-smdp = عنوان SM-DP+‎
card-copy-code = رمز التفعيل
card-copy-both = الرمز الكامل
card-confirmation-code = سيطلب هاتفك رمز تأكيد. راسلنا ونرسله إليك.

## A page that cannot be shown

fault-not-found = لا شيء هنا
fault-not-found-text = ربما كُتب العنوان خطأً، أو أن الصفحة تخص شخصًا آخر.
fault-origin = لم يأتِ ذلك من هذا المتجر
fault-origin-text = افتح الصفحة هنا واضغط الزر مرة أخرى.
fault-look-up = لا نستطيع الاستعلام عن ذلك الآن
fault-show = تعذّر عرض هذه الصفحة
fault-nothing-lost = لم يضِع شيء: الطلبات والدفعات تستمر تلقائيًا. حاول مرة أخرى بعد دقيقة.
fault-yours = هل هي لك؟ إذًا هذا المتصفح لا يعرفك بعد. سجّل الدخول بالعنوان الذي دفعت به: نرسل إليك رابطًا، ولا توجد كلمة سر.
fault-to-shop = إلى المتجر

## Signing in

sign-in = تسجيل الدخول
sign-in-lead = اكتب العنوان الذي دفعت به. نرسل إليك رابطًا يعرض شرائح eSIM الخاصة بك؛ ولا توجد كلمة سر.
sign-in-just-bought = اشتريت للتو؟ صفحة طلبك فيها كل شيء، في المتصفح الذي دفعت به.
sign-in-type-address = اكتب عنوان بريدك الإلكتروني، مثل ada@example.com.
sign-in-sent = انظر في بريدك الوارد
# $email is what was typed.
sign-in-sent-lead = { $minutes ->
    [one] إذا كان <b>{ $email }</b> قد اشترى من هنا، فرابط الدخول في الطريق. يعمل مرة واحدة، خلال دقيقة واحدة.
    [two] إذا كان <b>{ $email }</b> قد اشترى من هنا، فرابط الدخول في الطريق. يعمل مرة واحدة، خلال دقيقتين.
    [few] إذا كان <b>{ $email }</b> قد اشترى من هنا، فرابط الدخول في الطريق. يعمل مرة واحدة، خلال { $minutes } دقائق.
    [many] إذا كان <b>{ $email }</b> قد اشترى من هنا، فرابط الدخول في الطريق. يعمل مرة واحدة، خلال { $minutes } دقيقة.
   *[other] إذا كان <b>{ $email }</b> قد اشترى من هنا، فرابط الدخول في الطريق. يعمل مرة واحدة، خلال { $minutes } دقيقة.
}
sign-in-sent-nothing = لم يصل شيء بعد بضع دقائق؟ انظر في مجلد البريد غير المرغوب فيه، أو تحقّق من الكتابة أعلاه، أو استخدم العنوان الذي وصل إليه إيصالك.
sign-in-another-address = اكتب عنوانًا آخر
sign-in-one-press = { $days ->
    [one] ضغطة واحدة، ويعرض هذا المتصفح شرائحك لمدة يوم واحد.
    [two] ضغطة واحدة، ويعرض هذا المتصفح شرائحك لمدة يومين.
    [few] ضغطة واحدة، ويعرض هذا المتصفح شرائحك لمدة { $days } أيام.
    [many] ضغطة واحدة، ويعرض هذا المتصفح شرائحك لمدة { $days } يومًا.
   *[other] ضغطة واحدة، ويعرض هذا المتصفح شرائحك لمدة { $days } يوم.
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
card-page = البيانات المتبقية والتعبئة والمساعدة
