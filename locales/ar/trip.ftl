## Plan a trip

trip-title = خطّط لرحلة
trip-description = عدة بلدان في رحلة واحدة: اعرف أيهما أقل تكلفة، شريحة eSIM واحدة للجميع أم شريحة لكل بلد.
trip-lead = اكتب إلى أين تسافر ومتى. نقارن بين شريحة eSIM واحدة للرحلة كلها وشريحة لكل بلد.
trip-where = إلى أين تسافر، ومتى؟
trip-example = طوكيو، بالي، لندن، 3–19 مايو
trip-where-hint = الأماكن بالترتيب، تفصل بينها فواصل. أضف الأيام أو التواريخ إن كنت تعرفها.
trip-first = أول يوم
trip-last = آخر يوم
trip-need = كم تحتاج من البيانات؟
trip-need-maps = خرائط ورسائل، نحو 0.3 GB في اليوم
trip-need-daily = استخدام يومي، نحو 1 GB في اليوم
trip-need-video = فيديو ومكالمات، نحو 3 GB في اليوم
trip-need-unlimited = غير محدودة
trip-compare = قارن
trip-examples = مثلًا
trip-example-asia = بانكوك 4 أيام، هانوي 5 أيام، سنغافورة 3 أيام
trip-example-europe = باريس، روما، أثينا، أسبوعان
trip-example-america = نيويورك 5 أيام، تورونتو 3 أيام، المكسيك 7 أيام

## What was understood

trip-stops = محطاتك
# $n is the number of the stop, $place its country.
trip-days-in = عدد الأيام: { $place }
trip-again = قارن من جديد
trip-change = تعديل الرحلة
trip-whole = { $days ->
    [one] يوم واحد إجمالًا
    [two] يومان إجمالًا
    [few] { $days } أيام إجمالًا
    [many] { $days } يومًا إجمالًا
   *[other] { $days } يوم إجمالًا
}
trip-whole-dated = { $days ->
    [one] يوم واحد إجمالًا: { $first }
    [two] يومان إجمالًا: من { $first } إلى { $last }
    [few] { $days } أيام إجمالًا: من { $first } إلى { $last }
    [many] { $days } يومًا إجمالًا: من { $first } إلى { $last }
   *[other] { $days } يوم إجمالًا: من { $first } إلى { $last }
}
trip-taken-for = قرأنا «{ $text }» على أنه { $place }. ليس صحيحًا؟ أضف اسم البلد.
trip-unknown = لم نفهم هذا: { $parts }.
trip-assumed = لم تُذكر مدة، فحسبنا أسبوعًا لكل محطة. غيّرها كما تشاء.
trip-nothing = لم نجد مكانًا في النص. اكتب بلدانًا أو مدنًا تفصل بينها فواصل.
trip-too-long = عدد المحطات الأقصى للمقارنة { $stops } وعدد الأيام الأقصى { $days }. قسّم الرحلة.
trip-early = يجب بدء الباقات خلال 60 يومًا من الشراء. لهذه الرحلة، اشترِ في { $day } أو بعده.
trip-one-order = يتسع الطلب الواحد لعدد { $n } من شرائح eSIM للباقة نفسها كحد أقصى، فاطلب البقية في طلب آخر.

## Options

trip-options = طرق البقاء على اتصال
trip-one = شريحة eSIM واحدة للجميع
trip-local = شريحة لكل بلد
trip-mix = أرخص مزيج
trip-cheapest = الأرخص
trip-esims = { $n ->
    [one] شريحة eSIM واحدة
    [two] شريحتا eSIM
    [few] { $n } شرائح eSIM
    [many] { $n } شريحة eSIM
   *[other] { $n } شريحة eSIM
}
trip-for = لـ { $places }
trip-uncovered = لا توجد باقة مناسبة لـ { $places }.
trip-no-single = لا توجد باقة واحدة تكفي للرحلة كلها.
trip-near = لا تكفي لهذه الرحلة
trip-too-short = { $days ->
    [one] مدتها يوم واحد؛ الرحلة تستغرق { $needed }
    [two] مدتها يومان؛ الرحلة تستغرق { $needed }
    [few] مدتها { $days } أيام؛ الرحلة تستغرق { $needed }
    [many] مدتها { $days } يومًا؛ الرحلة تستغرق { $needed }
   *[other] مدتها { $days } يوم؛ الرحلة تستغرق { $needed }
}
trip-too-small = سعتها { $data }؛ وتحتاج رحلتك إلى نحو { $needed }
trip-slows-down = تنخفض سرعتها، ولا تذكر الشبكة بعد أي قدر؛ وتحتاج رحلتك إلى نحو { $needed }
trip-not-exact = إذا زاد عدد المحطات على { $stops } قارنّا أرجح الطرق، لا كلها.

## One eSIM now with a top-up later: advice, no part of the order

trip-later = شريحة eSIM واحدة الآن، ثم إعادة الشحن لاحقًا
# What the top-up is and costs stands behind it.
trip-later-then = في اليوم { $day } من الرحلة أعد الشحن، والمعروض اليوم:
trip-later-note = إعادة الشحن ليست جزءًا من هذا الطلب. تضيفها في صفحة شريحتك عندما تحتاج إليها، وقد يتغير سعرها حتى ذلك الحين.

## Several plans in one payment

choice-title = اختيارك
choice-from = ابتداءً من { $day }
choice-remove = إزالة
choice-update = تحديث المجموع
choice-pay = { $n ->
    [one] شريحة eSIM واحدة، دفعة واحدة
    [two] شريحتا eSIM، دفعة واحدة
    [few] { $n } شرائح eSIM، دفعة واحدة
    [many] { $n } شريحة eSIM، دفعة واحدة
   *[other] { $n } شريحة eSIM، دفعة واحدة
}
choice-price = سعر هذه الباقة الآن { $price }. لم يُخصم شيء.
choice-unnamed = باقة
choice-plans = يتسع الطلب الواحد لعدد { $n } من الباقات المختلفة كحد أقصى. أزِل بعضها، ويمكنك طلبها في طلب آخر.
choice-lines = يتسع الطلب الواحد لعدد { $n } من شرائح eSIM كحد أقصى. اختر عددًا أقل، ويمكنك طلب البقية في طلب آخر.
choice-code-raised = طُبّق الرمز { $code }. هذا أقل سعر لدينا لهذه الباقات.
choice-code-plan = هذا الرمز غير صالح لهذه الباقات.
choice-code-lowest = هذه الباقات بأقل سعر لها بالفعل. اترك الحقل فارغًا للشراء من دون الرمز.
# $n of a plan, $all of all plans together.
trip-too-many = يتسع الطلب الواحد لعدد { $n } من شرائح eSIM للباقة نفسها ولعدد { $all } في المجموع كحد أقصى. افتح كل باقة لطلبها.
