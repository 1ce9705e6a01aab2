export { landscape } from './LandscapePage';
export { landscapeWizard } from './WizardPage';
