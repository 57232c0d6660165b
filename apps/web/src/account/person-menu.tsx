import { useProblemText } from '../lib/api/problem-text.js';
import { asProblem } from '../lib/api/problem.js';
import { useMessages } from '../lib/i18n/catalogue.js';
import { changeLocale, endSession, useSession } from '../lib/session/session.js';
import { setTheme, useTheme } from '../lib/theme.js';
import {
  GraduationCapIcon,
  KeyRoundIcon,
  LanguagesIcon,
  LogOutIcon,
  MonitorIcon,
  SmartphoneIcon,
} from '../ui/icons.js';
import { Link } from '../ui/link.js';
import { Menu, MenuHead, MenuSeparator, PersonMark } from '../ui/menu.js';
import { toast } from '../ui/toast.js';
import { messages } from './messages/index.js';
import { hasDeskRole, isTrainee, useRoleName } from './roles.js';

/** The person in the top bar: who, language, theme, the other program, sign-out. */
export function PersonMenu(props: { readonly here: 'learn' | 'desk' }) {
  const { t, locale } = useMessages(messages);
  const { account, roles } = useSession();
  const roleName = useRoleName();
  const theme = useTheme();
  const places = [...new Set(roles.map((role) => `${roleName(role.role)}, ${role.unitName}`))];
  return (
    <Menu
      label={t('account', { name: account.fullName })}
      trigger={<PersonMark givenName={account.givenName} />}
    >
      <MenuHead name={account.fullName}>
        {places.map((place) => (
          <span key={place}>
            {place}
            <br />
          </span>
        ))}
      </MenuHead>
      <OtherProgram here={props.here} />
      <Link href="/account">
        <KeyRoundIcon />
        {t('settings')}
      </Link>
      <button
        type="button"
        lang={locale === 'vi' ? 'en' : 'vi'}
        onClick={() => void changeLocale(locale === 'vi' ? 'en' : 'vi')}
      >
        <LanguagesIcon />
        {t('language')}
      </button>
      {theme !== 'auto' && (
        <button type="button" onClick={() => setTheme('auto')}>
          <SmartphoneIcon />
          {t('themeAuto')}
        </button>
      )}
      <MenuSeparator />
      <SignOut />
    </Menu>
  );
}

function OtherProgram({ here }: { readonly here: 'learn' | 'desk' }) {
  const { t } = useMessages(messages);
  const session = useSession();
  if (here === 'learn' && hasDeskRole(session)) {
    return (
      <Link href="/desk/">
        <MonitorIcon />
        {t('toDesk')}
      </Link>
    );
  }
  if (here === 'desk' && isTrainee(session)) {
    return (
      <Link href="/">
        <GraduationCapIcon />
        {t('toLearn')}
      </Link>
    );
  }
  return null;
}

function SignOut() {
  const { t } = useMessages(messages);
  const say = useProblemText();
  const signOut = async () => {
    try {
      await endSession();
      location.assign('/sign-in');
    } catch (error) {
      toast(t('signOutFailed', { reason: say(asProblem(error)) }));
    }
  };
  return (
    <button type="button" onClick={() => void signOut()}>
      <LogOutIcon />
      {t('signOut')}
    </button>
  );
}
