import '@ui5/webcomponents-icons/dist/search.js';
import { Button } from '@ui5/webcomponents-react/Button';
import { ComboBox } from '@ui5/webcomponents-react/ComboBox';
import { ComboBoxItem } from '@ui5/webcomponents-react/ComboBoxItem';
import { DatePicker } from '@ui5/webcomponents-react/DatePicker';
import { Icon } from '@ui5/webcomponents-react/Icon';
import { Input } from '@ui5/webcomponents-react/Input';
import { MultiComboBox } from '@ui5/webcomponents-react/MultiComboBox';
import { MultiComboBoxItem } from '@ui5/webcomponents-react/MultiComboBoxItem';
import { Option } from '@ui5/webcomponents-react/Option';
import { Select } from '@ui5/webcomponents-react/Select';
import { useEffect, useRef } from 'react';
import { t } from '~/text';
import { useFilters, type Filter } from './filters';
import './FilterBar.css';

/** Above this nobody looks through a list. */
const AT_A_GLANCE = 20;

/** While somebody types, the list waits for the end of the word. */
const PAUSE = 300;

/** The filters above a list; what they say stands in the address, so that reload, back and a link keep it. */
export function FilterBar({ filters }: { filters: Filter[] }) {
  const { values, set, reset, isChanged } = useFilters(filters);
  return (
    <search className="filter-bar" aria-label={t('filter.label')}>
      {filters.map((filter) => (
        <Field key={filter.name} filter={filter} value={values[filter.name] ?? ''} set={(text) => set({ [filter.name]: text })} />
      ))}
      {isChanged && (
        <Button design="Transparent" onClick={reset}>
          {t('filter.reset')}
        </Button>
      )}
    </search>
  );
}

interface FieldProps {
  filter: Filter;
  value: string;
  set: (text: string) => void;
}

function Field(props: FieldProps) {
  const { filter, value, set } = props;
  const { label, options = [] } = filter;
  switch (filter.kind) {
    case 'text':
      return <TextField {...props} />;
    case 'date':
      return <DatePicker accessibleName={label} placeholder={label} formatPattern="yyyy-MM-dd" value={dayOf(value)} onChange={(event) => set(event.detail.value)} />;
    case 'one':
      if (options.length > AT_A_GLANCE) return <SearchedField {...props} />;
      return (
        <Select accessibleName={label} value={value} onChange={(event) => set(event.detail.selectedOption.getAttribute('data-value') ?? '')}>
          <Option data-value="" value="">
            {label}: {t('filter.all')}
          </Option>
          {options.map((option) => (
            <Option key={option.value} data-value={option.value} value={option.value}>
              {option.text}
            </Option>
          ))}
        </Select>
      );
    case 'many': {
      const chosen = new Set(value.split(','));
      return (
        <MultiComboBox
          accessibleName={label}
          placeholder={label}
          noValidation
          onSelectionChange={(event) => set(event.detail.items.map((item) => item.getAttribute('data-value') ?? '').join(','))}
        >
          {options.map((option) => (
            <MultiComboBoxItem key={option.value} data-value={option.value} text={option.text} selected={chosen.has(option.value)} />
          ))}
        </MultiComboBox>
      );
    }
  }
}

/** Of very many, one is found by typing. */
function SearchedField({ filter: { label, options = [] }, value, set }: FieldProps) {
  return (
    <ComboBox
      accessibleName={label}
      placeholder={`${label}: ${t('filter.all')}`}
      filter="Contains"
      showClearIcon
      value={options.find((option) => option.value === value)?.text ?? ''}
      onSelectionChange={(event) => set(event.detail.item?.getAttribute('data-value') ?? '')}
      onChange={(event) => event.target.value === '' && set('')}
    >
      {options.map((option) => (
        <ComboBoxItem key={option.value} data-value={option.value} text={option.text} />
      ))}
    </ComboBox>
  );
}

/** An instant, as links have it, is shown as the day it is on where the person is. */
function dayOf(value: string): string {
  const at = value.includes('T') ? new Date(value) : undefined;
  if (!at || Number.isNaN(at.getTime())) return value;
  return [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

function TextField({ filter, value, set }: FieldProps) {
  const pause = useRef<number>(undefined);
  useEffect(() => () => window.clearTimeout(pause.current), []);
  const typed = (text: string) => {
    window.clearTimeout(pause.current);
    pause.current = window.setTimeout(() => set(text), PAUSE);
  };
  return (
    <Input
      type="Search"
      showClearIcon
      accessibleName={filter.label}
      placeholder={filter.label}
      value={value}
      icon={<Icon name="search" mode="Decorative" />}
      onInput={(event) => typed(event.target.value)}
    />
  );
}
