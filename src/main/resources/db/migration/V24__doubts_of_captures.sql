-- How many of the doubts are about the capture, so that another text is counted anew without reading the account of the
-- capture: the rest hangs on the text alone. Null: not counted apart yet; the next other text does it from the account.
alter table story_incoming add column capture_doubts integer;
