import type { Messages } from "./messages";

/** Keeps a name in Latin letters from disturbing the direction of the sentence around it. */
const apart = (name: string) => `\u2068${name}\u2069`;

export const ar: Messages = {
  hello: (firstName) => `مرحبًا ${apart(firstName)}،`,
  helloNobody: "مرحبًا،",
  linkHint: "إذا لم يعمل الزر، فانسخ هذا العنوان إلى متصفحك:",
  support: (address) => `هل لديك أسئلة؟ راسلنا على ${apart(address)}.`,
  report: (address) => `إذا لم تكن تتوقع ذلك، فراسلنا فورًا على ${apart(address)}.`,
  resetButton: "إعادة تعيين كلمة المرور",
  time: (moment) => `الوقت: ${apart(moment)}`,
  sentBy: (app) => `أُرسلت هذه الرسالة تلقائيًا من ${apart(app)}.`,
  noReplies: "لا تُقرأ الردود عليها.",

  "password-reset": {
    subject: ({ app }) => `اختر كلمة مرور جديدة لحسابك في ${apart(app)}`,
    lead: ({ app }) =>
      `تلقّينا طلبًا لإعادة تعيين كلمة مرور حسابك في ${apart(app)}. إذا كنت أنت صاحب الطلب، فاختر كلمة مرور جديدة من هنا.`,
    button: "اختيار كلمة مرور جديدة",
    advice:
      "يعمل الرابط مرة واحدة ولمدة ساعة واحدة. إذا لم تكن صاحب الطلب، فتجاهل هذه الرسالة، وستبقى كلمة مرورك كما هي.",
  },
  "email-verification": {
    subject: ({ app }) => `أكّد بريدك الإلكتروني في ${apart(app)}`,
    lead: ({ app }) => `يُرجى تأكيد أن هذا العنوان لك وأنك تريد استخدامه في ${apart(app)}.`,
    button: "تأكيد البريد الإلكتروني",
    advice: "يعمل الرابط مرة واحدة ولمدة ثلاثة أيام. إذا لم تكن قد سجّلت، فتجاهل هذه الرسالة.",
  },
  "password-changed": {
    subject: ({ app }) => `تم تغيير كلمة مرورك في ${apart(app)}`,
    lead: ({ app }) =>
      `تم للتو تغيير كلمة مرور حسابك في ${apart(app)}، وتم تسجيل الخروج من جميع الأجهزة.`,
    advice: "إذا كنت أنت من فعل ذلك، فلا يلزمك شيء. وإلا فأعد تعيين كلمة مرورك فورًا.",
  },
  "email-changed": {
    subject: ({ app }) => `تم تغيير البريد الإلكتروني لحسابك في ${apart(app)}`,
    lead: ({ app }) =>
      `يستخدم حسابك في ${apart(app)} الآن عنوان بريد إلكتروني آخر. لم يعد بالإمكان تسجيل الدخول بهذا العنوان، ولن تصله رسائل أخرى.`,
    advice: "",
  },
  "sessions-revoked": {
    subject: ({ app }) => `تم تسجيل خروجك من ${apart(app)} على جميع الأجهزة`,
    lead: ({ app }) => `أنهى أحد المسؤولين جميع جلسات حسابك في ${apart(app)}.`,
    advice: "يمكنك تسجيل الدخول من جديد في أي وقت. إذا لم تكن تتوقع ذلك، فأعد تعيين كلمة مرورك.",
  },
  "role-changed": {
    subject: ({ app }) => `تم تغيير دورك في ${apart(app)}`,
    lead: ({ app, role }) =>
      `غيّر أحد المسؤولين دورك في ${apart(app)}. دورك الآن هو «${apart(role)}».`,
    advice: "",
  },
};
