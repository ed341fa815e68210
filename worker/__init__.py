"""The background worker: queued tasks and periodic jobs in one process, `manage.py run_worker`."""
