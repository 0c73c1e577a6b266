import type { AccountCatalogue } from "./en";

export const ar: AccountCatalogue = {
  title: "حسابك",
  back: "العودة إلى حسابك",
  verified: "تم التحقق",
  unverified: "لم يتم التحقق",
  verify: "تحقّق من بريدك الإلكتروني",
  unsent: "سنرسل رابطًا إلى {}. افتحه لتأكيد أن العنوان لك.",
  sent: "أرسلنا رابطًا إلى {}. تحقّق أيضًا من مجلد الرسائل غير المرغوب فيها.",
  send: "إرسال الرابط",
  resend: "إعادة الإرسال",
  password: "كلمة المرور",
  passwordLead: "سنرسل إليك رابطًا لاختيار كلمة مرور جديدة.",
  changePassword: "تغيير كلمة المرور",
  sessions: "الجلسات",
  signOut: "تسجيل الخروج",
  everywhereLead: "هل فقدت جهازًا أو سجّلت الدخول على جهاز شخص آخر؟ أنهِ كل الجلسات، بما فيها هذه.",
  signOutEverywhere: "تسجيل الخروج من كل الأجهزة",
  signedOut: "تم تسجيل خروجك.",
  signedOutEverywhere: "تم تسجيل خروجك من كل الأجهزة.",
  goOn: "المتابعة إلى {}",
};
