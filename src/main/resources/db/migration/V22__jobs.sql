-- One task a job: the tasks that several jobs shared are gone. The new ones are made at the start.
delete from scheduled_tasks where task_name in ('second', 'minute', 'hour');
