import type { English } from '../../../lib/i18n/message.js';
import type { vi } from './vi.js';

export const en: English<typeof vi> = {
  skip: 'To the main content',
  navigation: 'Main navigation',
  firstPage: 'Cẩm Nang, first page',
  position: 'Position',
  demonstration: 'Sample data',
  more: 'More',
  allPlaces: 'All places',
  noDesk:
    'The desk is for trainers, training officers and administrators. You are here as a trainee.',
  'group.compose': 'Writing',
  'group.training': 'Training',
  'group.certificates': 'Papers',
  'group.system': 'System',
  'place.home': 'Today',
  'place.courses': 'Curricula',
  'place.changeRequests': 'Changes',
  'place.councils': 'Appraisal',
  'place.editions': 'Editions',
  'place.legalDocuments': 'Legal texts',
  'place.cohorts': 'Cohorts',
  'place.awards': 'Awards',
  'place.register': 'Register',
  'place.accounts': 'Accounts',
  'place.jobs': 'Jobs',
  'place.audit': 'Audit trail',
};
