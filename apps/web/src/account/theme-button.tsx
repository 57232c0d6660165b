import { useMessages } from '../lib/i18n/catalogue.js';
import { isDark, setTheme, useTheme } from '../lib/theme.js';
import { IconButton } from '../ui/button.js';
import { ContrastIcon } from '../ui/icons.js';
import { messages } from './messages/index.js';

/** Changes between the notebook page and the blackboard, and remembers it on this device. */
export function ThemeButton() {
  const { t } = useMessages(messages);
  const theme = useTheme();
  return (
    <IconButton label={t('theme')} onClick={() => setTheme(isDark(theme) ? 'light' : 'dark')}>
      <ContrastIcon />
    </IconButton>
  );
}
