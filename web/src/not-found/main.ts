import { words } from "../i18n/words";
import { signInPage, startLanguage } from "../language";
import { link } from "../ui/element";
import { drawFooter } from "../ui/footer";
import { show } from "../ui/page";

await startLanguage();
drawFooter();
show(() => {
  const { title, lead, home } = words.notFound;
  const goHome = link(signInPage(), home);
  goHome.className = "primary";
  return { title, lead: [lead], content: [goHome] };
});
