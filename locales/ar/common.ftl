## Figures

# $amount is written as the language writes numbers; $symbol is $, €, £ … as CLDR has it in your language: US$ where $ is another money.
money-symbol = ‏{ $amount } { $symbol }
# $code is an ISO 4217 code, for currencies without a symbol of their own.
money-code = ‏{ $amount } { $code }
unit-gb = GB
unit-mb = MB
data-amount = ‏{ $figure } { $unit }
# Alone in large letters on a plan's card.
data-unlimited = غير محدودة
data-unlimited-long = بيانات غير محدودة
fair-use = الاستخدام العادل
fair-use-full = { $data } يوميًا بالسرعة الكاملة، ثم { $speed }
fair-use-data = { $data } يوميًا بالسرعة الكاملة، ثم بسرعة أقل
fair-use-speed = تنخفض السرعة إلى { $speed } بعد الاستخدام الكثيف؛ ولا تذكر الشبكة بعد أي قدر
fair-use-unknown = لا تذكر الشبكة حد الاستخدام العادل
days = { $days ->
    [one] يوم واحد
    [two] يومان
    [few] { $days } أيام
    [many] { $days } يومًا
   *[other] { $days } يوم
}

## The frame of every page

skip-to-content = الانتقال إلى المحتوى
demo-label = عرض تجريبي
demo-banner = هذا عرض تجريبي: لا تُدفع أموال حقيقية، وشرائح eSIM فيه غير حقيقية.
test-label = وضع الاختبار
test-banner = هذا المتجر في وضع الاختبار: لا تُدفع أموال حقيقية، وشرائح eSIM لمختبِريه فقط.
notice-label = تنبيه
sales-paused-banner = البيع متوقف مؤقتًا. الطلبات المدفوعة لا تتأثر. عُد إلينا بعد قليل.
nav-main = القائمة الرئيسية
nav-destinations = الوجهات
nav-help = المساعدة
nav-my-esims = شرائح eSIM الخاصة بي
errors-title = هناك مشكلة
need-a-person = لديك سؤال؟ راسلنا:
foot-devices = هل تعمل على هاتفي؟
foot-refunds = استرداد المبالغ
foot-privacy = الخصوصية
foot-terms = الشروط
languages = اللغات
# Said in this language to somebody who reads the page in another one, as a link.
offer-this-language = اعرض هذه الصفحة بالعربية
copied = تم النسخ
close = إغلاق
copy-by-hand = حدّده وانسخه يدويًا
you-are-here = أنت هنا

## What is not there

not-found-title = الصفحة غير موجودة
not-found-lead = العنوان غير صحيح، أو لم تعد الباقة معروضة للبيع. طلباتك وشرائح eSIM لا تتأثر.
all-destinations = كل الوجهات

## Lengths of time

minutes = { $n ->
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $n } دقائق
    [many] { $n } دقيقة
   *[other] { $n } دقيقة
}
hours = { $n ->
    [one] ساعة واحدة
    [two] ساعتان
    [few] { $n } ساعات
    [many] { $n } ساعة
   *[other] { $n } ساعة
}
# 1 hour 30 minutes
hours-minutes = { $hours } و{ $minutes }
ago-now = الآن
ago-minutes = { $n ->
    [one] قبل دقيقة
    [two] قبل دقيقتين
    [few] قبل { $n } دقائق
    [many] قبل { $n } دقيقة
   *[other] قبل { $n } دقيقة
}
ago-hours = { $n ->
    [one] قبل ساعة
    [two] قبل ساعتين
    [few] قبل { $n } ساعات
    [many] قبل { $n } ساعة
   *[other] قبل { $n } ساعة
}
ago-days = { $n ->
    [one] قبل يوم
    [two] قبل يومين
    [few] قبل { $n } أيام
    [many] قبل { $n } يومًا
   *[other] قبل { $n } يوم
}
