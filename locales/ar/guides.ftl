# Names of settings are those that phones of this language show.

## The guides for each phone

help-samsung = التثبيت على Samsung Galaxy
help-samsung-about = ‏One UI، خطوة بخطوة
samsung-description = تثبيت شريحة eSIM للسفر وبدؤها على Samsung Galaxy، خطوة بخطوة، بالأسماء التي تستخدمها One UI.
help-pixel = التثبيت على Google Pixel
help-pixel-about = ‏Android الخام من Google
pixel-description = تثبيت شريحة eSIM للسفر وبدؤها على Google Pixel، خطوة بخطوة، بأسماء إعداداته.
help-android = التثبيت على هاتف Android آخر
help-android-about = ‏Xiaomi وMotorola وOppo وHonor وغيرها
android-description = تثبيت شريحة eSIM للسفر وبدؤها على هواتف Xiaomi وMotorola وOppo وOnePlus وHonor وSony وهواتف Android الأخرى.
guide-shield = <b>يبقى تجوال البيانات متوقفًا على خطك المعتاد.</b> التجوال لشريحة eSIM وحدها، فلا تجد شركة اتصالاتك بيانات تحاسبك عليها.
guide-another = هاتف آخر؟

## Phone settings, drawn: as One UI and Pixel call them

draw-sim-manager = مدير SIM
draw-calls = المكالمات
draw-messages = الرسائل
draw-mobile-data = بيانات الهاتف
draw-mobile-networks = شبكات الهاتف المحمول
draw-s-roaming = تجوال البيانات
draw-apns = أسماء نقاط الوصول
draw-use-sim = استخدام شريحة SIM
draw-p-roaming = التجوال

## Install on Samsung Galaxy

samsung-primary = <b>أبقِ شريحتك المعتادة للمكالمات والرسائل:</b> الإعدادات ← الاتصالات ← مدير SIM ← المكالمات والرسائل.
samsung-drawn-sims = رسم لمدير SIM: الخطان يعملان؛ المكالمات والرسائل على الشريحة المعتادة، وبيانات الهاتف على eSIM
samsung-on = <b>شغّل شريحة eSIM:</b> الإعدادات ← الاتصالات ← مدير SIM، بالمفتاح المجاور لها.
samsung-roaming = <b>شغّل تجوال البيانات</b> لشريحة eSIM وحدها: الإعدادات ← الاتصالات ← شبكات الهاتف المحمول ← تجوال البيانات.
samsung-data = <b>اخترها لبيانات الهاتف:</b> مدير SIM ← بيانات الهاتف ← eSIM.
samsung-apn = <b>اضبط APN إذا احتاجته الباقة،</b> مثلًا <code>data.esim</code>: شبكات الهاتف المحمول ← أسماء نقاط الوصول ← إضافة. صفحة طلبك تذكر إن كانت تحتاجه.
samsung-drawn-roaming = رسم لشبكات الهاتف المحمول: تجوال البيانات مشغّل لشريحة eSIM ومتوقف للشريحة المعتادة

## Install on Google Pixel

pixel-primary = <b>أبقِ شريحتك المعتادة للمكالمات والرسائل:</b> حين يسألك الهاتف أي شريحة يستخدم، اختر شريحتك.
pixel-drawn-sims = رسم لصفحة شرائح SIM: الشريحة المعتادة للمكالمات والرسائل، وeSIM لبيانات الجوال
pixel-on = <b>شغّل شريحة eSIM:</b> الإعدادات ← الشبكة والإنترنت ← شرائح SIM ← eSIM ← استخدام شريحة SIM.
pixel-roaming = <b>شغّل التجوال</b> في الصفحة نفسها. واتركه متوقفًا في صفحة شريحتك المعتادة.
pixel-data = <b>شغّل هناك بيانات الجوال أيضًا،</b> لتمر عبر eSIM.
pixel-apn = <b>اضبط APN إذا احتاجته الباقة،</b> مثلًا <code>data.esim</code>: eSIM ← أسماء نقاط الوصول ← +. صفحة طلبك تذكر إن كانت تحتاجه.
pixel-drawn-roaming = رسم لصفحة eSIM على Pixel: استخدام شريحة SIM وبيانات الجوال والتجوال مشغّلة

## Install on another Android phone

android-switching = <b>أوقف التبديل التلقائي للبيانات،</b> كي لا يعود الهاتف إلى خطك المعتاد (على iPhone: «السماح بتبديل البيانات الخلوية»).
android-like-pixel = ‏Motorola وSony وNothing وFairphone: كما على <a>Pixel</a> تقريبًا.
android-xiaomi = ‏Xiaomi: <b>الإعدادات ← بطاقات SIM وشبكات الجوال ← إدارة eSIM.</b>
android-oppo = ‏Oppo وOnePlus: <b>الإعدادات ← شبكة الجوال ← SIM وeSIM ← إضافة eSIM.</b>
android-honor = ‏Honor: <b>الإعدادات ← شبكة الجوال ← إدارة SIM ← إضافة eSIM.</b>

## What phones say

trouble-not-supported = «شريحة SIM غير مدعومة» (SIM Not Supported) · «شريحة SIM غير صالحة» (SIM Not Valid) · Network-locked SIM card inserted
trouble-not-supported-text = الهاتف مقفل على شركة الاتصالات التي باعته. اطلب منها فتح القفل؛ ولا حاجة إلى تثبيت أي شيء من جديد بعد ذلك.
trouble-full = «لا يمكن إضافة المزيد من شرائح eSIM»، أو امتلأ الهاتف
trouble-full-text = تحتفظ الهواتف بعدة شرائح eSIM، غالبًا من خمس إلى عشر، وتعمل اثنتان في الوقت نفسه. أزل شريحة قديمة من رحلة سابقة، ولا تُزل ما زلت تحتاجه.
trouble-registered = «غير مسجّل على الشبكة» (Not registered on network) · «شبكة الجوال غير متاحة» (Mobile network not available)
trouble-registered-text = شغّل تجوال البيانات لشريحة eSIM، ثم دع الهاتف يبحث من جديد: <b>مشغّلو الشبكات ← الاختيار تلقائيًا،</b> وشغّل وضع الطيران ثم أوقفه. حتى عشر دقائق بعد الهبوط أمر طبيعي.
trouble-subscribed = «تعذّر تنشيط شبكة البيانات الخلوية» (Could not activate cellular data network)
trouble-subscribed-text = ‏APN ناقص، أو أن خطًا آخر يُستخدم للبيانات. اجعل eSIM خط البيانات واضبط APN كما في صفحة طلبك، مثلًا <code>data.esim</code>.

## Which phones take an eSIM, and which of these do not

devices-apple = ‏iPhone XS وXS Max وXR (‏2018) وكل ما بعدها؛ SE من الجيل الثاني فصاعدًا؛ هواتف iPhone من 14 فصاعدًا المشتراة في الولايات المتحدة لا تقبل إلا eSIM
devices-apple-not = ما اشتُري في البر الرئيسي للصين؛ وبعض ما يحمل شريحتين في هونغ كونغ وماكاو
devices-samsung = ‏Galaxy S20 وNote20 والأحدث؛ Z Flip وZ Fold؛ A35 وA54 وA55 وA56؛ XCover7
devices-samsung-not = ‏S20 FE؛ وS20 وNote20 وأوائل القابلة للطي المبيعة في الولايات المتحدة أو هونغ كونغ؛ وطرازات البر الرئيسي للصين؛ وطرازات كوريا قبل 2022
devices-google-not = ‏Pixel 3 المبيعة في أستراليا أو اليابان أو تايوان؛ Pixel 3 و3a من بعض شركات الاتصالات
devices-xiaomi = ‏12T Pro، وسلاسل 13 و14 و15 وطرازاتها T
devices-xiaomi-not = طرازات البر الرئيسي للصين؛ معظم Redmi وPoco
devices-motorola = ‏Razr 2019 والأحدث؛ Edge 40 وEdge 50 والأحدث؛ بعض Moto G
devices-motorola-not = معظم طرازات Moto G وE الأخرى
devices-oppo = ‏Oppo Find X3 Pro وX5 وX8 وFind N؛ OnePlus 11 و12 و13 وOpen
devices-oppo-not = طرازات البر الرئيسي للصين
devices-honor = ‏Magic4 Pro وطرازات Magic Pro الأحدث؛ 90 و200 و400
devices-honor-not = طرازات البر الرئيسي للصين
devices-sony = ‏Xperia 1 IV و5 IV و10 III Lite و10 IV والأحدث
devices-sony-not = طرازات هونغ كونغ وتايوان والبر الرئيسي للصين
devices-huawei = ‏P40 وP40 Pro وMate 40 Pro
devices-huawei-not = ‏P40 Pro+؛ وطرازات البر الرئيسي للصين
devices-small = ‏Fairphone 4 والأحدث؛ Nothing Phone (3)
devices-small-not = ‏Nothing Phone (1) و(2)
devices-others-from = كثير من الهواتف الحديثة
