CREATE FUNCTION message_notify() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('relais_message', '');
    RETURN NULL;
END $$;

CREATE TRIGGER message_notify AFTER INSERT ON message FOR EACH STATEMENT EXECUTE FUNCTION message_notify();
