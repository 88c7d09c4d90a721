//! The limits that a worker puts on itself before it looks at a stranger's file.
//!
//! Memory, processor time and files by `setrlimit`, which every Unix has; on Linux also a list of system calls that
//! answer "not permitted" (no socket, no opening, no starting of programs), best effort: an old kernel without it
//! leaves the other limits standing.

/// Raises the fence. Limits can only be lowered from here on.
///
/// # Errors
/// Gives the system's error where a limit could not be set; the worker then refuses to work.
#[cfg(unix)]
pub(super) fn raise(memory: u64, cpu_seconds: u64) -> std::io::Result<()> {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

    let lower = |resource, wanted: u64| {
        // Never above what the person's own system allows: raising a hard limit is refused.
        let ceiling = getrlimit(resource).maximum.unwrap_or(u64::MAX);
        let value = Some(wanted.min(ceiling));
        setrlimit(resource, Rlimit { current: value, maximum: value })
    };
    #[cfg(not(target_os = "macos"))]
    lower(Resource::As, memory)?;
    #[cfg(target_os = "macos")]
    lower(Resource::Data, memory)?;
    lower(Resource::Cpu, cpu_seconds)?;
    lower(Resource::Nofile, 16)?;
    lower(Resource::Core, 0)?;
    lower(Resource::Fsize, 0)?;
    #[cfg(target_os = "linux")]
    {
        rustix::thread::set_no_new_privs(true)?;
        // A core or a debugger would show a stranger's mail to other programs of the same person.
        rustix::process::set_dumpable_behavior(rustix::process::DumpableBehavior::NotDumpable)?;
        let _best_effort = calls::forbid();
    }
    Ok(())
}

/// Elsewhere the parent's clock is the only limit.
///
/// # Errors
/// None.
#[cfg(not(unix))]
pub(super) fn raise(_memory: u64, _cpu_seconds: u64) -> std::io::Result<()> {
    Ok(())
}

#[cfg(target_os = "linux")]
mod calls {
    use std::collections::BTreeMap;

    use seccompiler::{BpfProgram, SeccompAction, SeccompFilter, apply_filter};

    /// System calls that reading never needs: reaching the network, the disk, other programs.
    const FORBIDDEN: &[libc::c_long] = &[
        libc::SYS_socket,
        libc::SYS_socketpair,
        libc::SYS_connect,
        libc::SYS_bind,
        libc::SYS_listen,
        libc::SYS_accept,
        libc::SYS_accept4,
        libc::SYS_sendto,
        libc::SYS_sendmsg,
        libc::SYS_sendmmsg,
        libc::SYS_openat,
        libc::SYS_openat2,
        libc::SYS_open_by_handle_at,
        libc::SYS_open_tree,
        libc::SYS_unlinkat,
        libc::SYS_renameat2,
        libc::SYS_mkdirat,
        libc::SYS_linkat,
        libc::SYS_symlinkat,
        libc::SYS_mknodat,
        libc::SYS_fchmodat,
        libc::SYS_fchownat,
        libc::SYS_truncate,
        libc::SYS_utimensat,
        libc::SYS_execve,
        libc::SYS_execveat,
        libc::SYS_ptrace,
        libc::SYS_process_vm_readv,
        libc::SYS_process_vm_writev,
        libc::SYS_kill,
        libc::SYS_tkill,
        libc::SYS_pidfd_open,
        libc::SYS_pidfd_send_signal,
        libc::SYS_io_uring_setup,
        libc::SYS_memfd_create,
        libc::SYS_mount,
        libc::SYS_umount2,
        libc::SYS_unshare,
        libc::SYS_setns,
        libc::SYS_bpf,
        libc::SYS_perf_event_open,
        libc::SYS_userfaultfd,
        libc::SYS_keyctl,
        libc::SYS_add_key,
        libc::SYS_request_key,
        libc::SYS_shmget,
        libc::SYS_msgget,
    ];

    /// The older spellings that only x86-64 still has.
    #[cfg(target_arch = "x86_64")]
    const OLDER: &[libc::c_long] = &[
        libc::SYS_open,
        libc::SYS_creat,
        libc::SYS_unlink,
        libc::SYS_rename,
        libc::SYS_renameat,
        libc::SYS_mkdir,
        libc::SYS_rmdir,
        libc::SYS_link,
        libc::SYS_symlink,
        libc::SYS_mknod,
        libc::SYS_chmod,
        libc::SYS_chown,
        libc::SYS_lchown,
        libc::SYS_fork,
        libc::SYS_vfork,
    ];
    #[cfg(not(target_arch = "x86_64"))]
    const OLDER: &[libc::c_long] = &[];

    /// Makes the calls above answer `EACCES` in this process from now on.
    pub(super) fn forbid() -> Result<(), seccompiler::Error> {
        let rules = FORBIDDEN.iter().chain(OLDER).map(|call| (*call, Vec::new())).collect::<BTreeMap<_, _>>();
        let refuse = SeccompAction::Errno(libc::EACCES.unsigned_abs());
        let here = std::env::consts::ARCH.try_into().map_err(seccompiler::Error::Backend)?;
        let filter = SeccompFilter::new(rules, SeccompAction::Allow, refuse, here)?;
        apply_filter(&BpfProgram::try_from(filter)?)
    }
}
